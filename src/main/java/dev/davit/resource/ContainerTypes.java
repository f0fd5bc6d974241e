package dev.davit.resource;

/**
 * The Go types into which docker 28.2.2 reads {@code GET /containers/{id}/json} (moby's
 * api/types/container), and which a template of {@code inspect} sees.
 *
 * <p>A line with only a name begins a type. The next lines are its fields in Go's order: name,
 * type, {@code =} and the name in JSON if that differs, and {@code ?} if JSON omits empty values. A
 * {@code +} before the name embeds: the fields of that type are also fields of the type itself.
 */
final class ContainerTypes {
  static final String TEXT =
      HostConfigTypes.TEXT
          + """
          container.InspectResponse
          +ContainerJSONBase *container.ContainerJSONBase
          Mounts []container.MountPoint
          Config *container.Config
          NetworkSettings *container.NetworkSettings
          ImageManifestDescriptor *v1.Descriptor ?

          container.ContainerJSONBase
          ID string =Id
          Created string
          Path string
          Args []string
          State *container.State
          Image string
          ResolvConfPath string
          HostnamePath string
          HostsPath string
          LogPath string
          Name string
          RestartCount int
          Driver string
          Platform string
          MountLabel string
          ProcessLabel string
          AppArmorProfile string
          ExecIDs []string
          HostConfig *container.HostConfig
          GraphDriver storage.DriverData
          SizeRw *int64 ?
          SizeRootFs *int64 ?

          container.State
          Status string
          Running bool
          Paused bool
          Restarting bool
          OOMKilled bool
          Dead bool
          Pid int
          ExitCode int
          Error string
          StartedAt string
          FinishedAt string
          Health *container.Health ?

          container.Health
          Status string
          FailingStreak int
          Log []*container.HealthcheckResult

          container.HealthcheckResult
          Start time
          End time
          ExitCode int
          Output string

          storage.DriverData
          Data map[string]string
          Name string

          container.MountPoint
          Type mount.Type ?
          Name string ?
          Source string
          Destination string
          Driver string ?
          Mode string
          RW bool
          Propagation mount.Propagation

          container.Config
          Hostname string
          Domainname string
          User string
          AttachStdin bool
          AttachStdout bool
          AttachStderr bool
          ExposedPorts nat.PortSet ?
          Tty bool
          OpenStdin bool
          StdinOnce bool
          Env []string
          Cmd strslice.StrSlice
          Healthcheck *v1.HealthcheckConfig ?
          ArgsEscaped bool ?
          Image string
          Volumes map[string]struct{}
          WorkingDir string
          Entrypoint strslice.StrSlice
          NetworkDisabled bool ?
          MacAddress string ?
          OnBuild []string
          Labels map[string]string
          StopSignal string ?
          StopTimeout *int ?
          Shell strslice.StrSlice ?

          v1.HealthcheckConfig
          Test []string ?
          Interval duration ?
          Timeout duration ?
          StartPeriod duration ?
          StartInterval duration ?
          Retries int ?

          struct{}

          container.NetworkSettings
          +NetworkSettingsBase container.NetworkSettingsBase
          +DefaultNetworkSettings container.DefaultNetworkSettings
          Networks map[string]*network.EndpointSettings

          container.NetworkSettingsBase
          Bridge string
          SandboxID string
          SandboxKey string
          Ports nat.PortMap
          HairpinMode bool
          LinkLocalIPv6Address string
          LinkLocalIPv6PrefixLen int
          SecondaryIPAddresses []network.Address
          SecondaryIPv6Addresses []network.Address

          container.DefaultNetworkSettings
          EndpointID string
          Gateway string
          GlobalIPv6Address string
          GlobalIPv6PrefixLen int
          IPAddress string
          IPPrefixLen int
          IPv6Gateway string
          MacAddress string

          network.Address
          Addr string
          PrefixLen int

          network.EndpointSettings
          IPAMConfig *network.EndpointIPAMConfig
          Links []string
          Aliases []string
          MacAddress string
          DriverOpts map[string]string
          GwPriority int
          NetworkID string
          EndpointID string
          Gateway string
          IPAddress string
          IPPrefixLen int
          IPv6Gateway string
          GlobalIPv6Address string
          GlobalIPv6PrefixLen int
          DNSNames []string

          network.EndpointIPAMConfig
          IPv4Address string ?
          IPv6Address string ?
          LinkLocalIPs []string ?

          v1.Descriptor
          MediaType string =mediaType
          Digest digest.Digest =digest
          Size int64 =size
          URLs []string =urls ?
          Annotations map[string]string =annotations ?
          Data bytes =data ?
          Platform *v1.Platform =platform ?
          ArtifactType string =artifactType ?

          v1.Platform
          Architecture string =architecture
          OS string =os
          OSVersion string =os.version ?
          OSFeatures []string =os.features ?
          Variant string =variant ?
          """;

  private ContainerTypes() {}
}
