package dev.davit.resource;

/**
 * The Go types into which docker 28.2.2 reads {@code GET /networks/{id}}, in the format of {@link
 * ContainerTypes}.
 */
final class NetworkTypes {
  static final String TEXT =
      """
      network.Inspect
      Name string
      ID string =Id
      Created time
      Scope string
      Driver string
      EnableIPv4 bool
      EnableIPv6 bool
      IPAM network.IPAM
      Internal bool
      Attachable bool
      Ingress bool
      ConfigFrom network.ConfigReference
      ConfigOnly bool
      Containers map[string]network.EndpointResource
      Options map[string]string
      Labels map[string]string
      Peers []network.PeerInfo ?
      Services map[string]network.ServiceInfo ?

      network.IPAM
      Driver string
      Options map[string]string
      Config []network.IPAMConfig

      network.IPAMConfig
      Subnet string ?
      IPRange string ?
      Gateway string ?
      AuxAddress map[string]string =AuxiliaryAddresses ?

      network.ConfigReference
      Network string

      network.EndpointResource
      Name string
      EndpointID string
      MacAddress string
      IPv4Address string
      IPv6Address string

      network.PeerInfo
      Name string
      IP string

      network.ServiceInfo
      VIP string
      Ports []string
      LocalLBIndex int
      Tasks []network.Task

      network.Task
      Name string
      EndpointID string
      EndpointIP string
      Info map[string]string
      """;

  private NetworkTypes() {}
}
