package dev.davit.resource;

/**
 * The Go types of {@code docker info} 28.2.2, into which it reads {@code GET /info}, in the format
 * of {@link ContainerTypes}.
 */
final class InfoTypes {
  static final String TEXT =
      """
      system.dockerInfo
      +Info system.Info
      ServerErrors []string ?
      ClientInfo *system.clientInfo ?
      ClientErrors []string ?

      system.sparseInfo
      ClientInfo *system.clientInfo ?
      ClientErrors []string ?

      system.clientInfo
      Debug bool
      +clientVersion system.clientVersion
      Plugins []manager.Plugin
      Warnings []string

      system.clientVersion
      Platform *system.clientPlatform ?
      Version string ?
      APIVersion string =ApiVersion ?
      DefaultAPIVersion string ?
      GitCommit string ?
      GoVersion string ?
      Os string ?
      Arch string ?
      BuildTime string ?
      Context string

      system.clientPlatform
      Name string

      manager.Plugin
      +Metadata metadata.Metadata
      Name string ?
      Path string ?
      Err error ?
      ShadowedPaths []string ?

      metadata.Metadata
      SchemaVersion string ?
      Vendor string ?
      Version string ?
      ShortDescription string ?
      URL string ?

      system.Info
      ID string
      Containers int
      ContainersRunning int
      ContainersPaused int
      ContainersStopped int
      Images int
      Driver string
      DriverStatus [][2]string
      SystemStatus [][2]string ?
      Plugins system.PluginsInfo
      MemoryLimit bool
      SwapLimit bool
      KernelMemory bool ?
      KernelMemoryTCP bool ?
      CPUCfsPeriod bool =CpuCfsPeriod
      CPUCfsQuota bool =CpuCfsQuota
      CPUShares bool
      CPUSet bool
      PidsLimit bool
      IPv4Forwarding bool
      Debug bool
      NFd int
      OomKillDisable bool
      NGoroutines int
      SystemTime string
      LoggingDriver string
      CgroupDriver string
      CgroupVersion string ?
      NEventsListener int
      KernelVersion string
      OperatingSystem string
      OSVersion string
      OSType string
      Architecture string
      IndexServerAddress string
      RegistryConfig *registry.ServiceConfig
      NCPU int
      MemTotal int64
      GenericResources []swarm.GenericResource
      DockerRootDir string
      HTTPProxy string =HttpProxy
      HTTPSProxy string =HttpsProxy
      NoProxy string
      Name string
      Labels []string
      ExperimentalBuild bool
      ServerVersion string
      Runtimes map[string]system.RuntimeWithStatus
      DefaultRuntime string
      Swarm swarm.Info
      LiveRestoreEnabled bool
      Isolation container.Isolation
      InitBinary string
      ContainerdCommit system.Commit
      RuncCommit system.Commit
      InitCommit system.Commit
      SecurityOptions []string
      ProductLicense string ?
      DefaultAddressPools []system.NetworkAddressPool ?
      FirewallBackend *system.FirewallInfo ?
      CDISpecDirs []string
      Containerd *system.ContainerdInfo ?
      Warnings []string

      system.PluginsInfo
      Volume []string
      Network []string
      Authorization []string
      Log []string

      system.Commit
      ID string
      Expected string ?

      system.NetworkAddressPool
      Base string
      Size int

      system.FirewallInfo
      Driver string
      Info [][2]string ?

      system.ContainerdInfo
      Address string ?
      Namespaces system.ContainerdNamespaces

      system.ContainerdNamespaces
      Containers string
      Plugins string

      system.RuntimeWithStatus
      +Runtime system.Runtime
      Status map[string]string =status ?

      system.Runtime
      Path string =path ?
      Args []string =runtimeArgs ?
      Type string =runtimeType ?
      Options map[string]any =options ?

      registry.ServiceConfig
      IndexConfigs map[string]*registry.IndexInfo
      InsecureRegistryCIDRs []string
      Mirrors []string

      registry.IndexInfo
      Mirrors []string
      Name string
      Official bool
      Secure bool

      swarm.GenericResource
      NamedResourceSpec *swarm.NamedGenericResource ?
      DiscreteResourceSpec *swarm.DiscreteGenericResource ?

      swarm.NamedGenericResource
      Kind string ?
      Value string ?

      swarm.DiscreteGenericResource
      Kind string ?
      Value int64 ?

      swarm.Info
      NodeID string
      NodeAddr string
      LocalNodeState swarm.LocalNodeState
      ControlAvailable bool
      Error string
      RemoteManagers []swarm.Peer
      Nodes int ?
      Managers int ?
      Cluster *swarm.ClusterInfo ?
      Warnings []string ?

      swarm.Peer
      NodeID string
      Addr string

      swarm.ClusterInfo
      ID string
      +Meta swarm.Meta
      Spec swarm.Spec
      TLSInfo swarm.TLSInfo
      RootRotationInProgress bool
      DefaultAddrPool []string
      SubnetSize uint32
      DataPathPort uint32

      swarm.Meta
      Version swarm.Version
      CreatedAt time
      UpdatedAt time

      swarm.Version
      Index uint64 ?

      swarm.TLSInfo
      TrustRoot string ?
      CertIssuerSubject bytes ?
      CertIssuerPublicKey bytes ?

      swarm.Spec
      Name string
      Labels map[string]string
      Orchestration swarm.OrchestrationConfig ?
      Raft swarm.RaftConfig ?
      Dispatcher swarm.DispatcherConfig ?
      CAConfig swarm.CAConfig ?
      TaskDefaults swarm.TaskDefaults ?
      EncryptionConfig swarm.EncryptionConfig ?

      swarm.OrchestrationConfig
      TaskHistoryRetentionLimit *int64 ?

      swarm.RaftConfig
      SnapshotInterval uint64 ?
      KeepOldSnapshots *uint64 ?
      LogEntriesForSlowFollowers uint64 ?
      ElectionTick int
      HeartbeatTick int

      swarm.DispatcherConfig
      HeartbeatPeriod duration ?

      swarm.CAConfig
      NodeCertExpiry duration ?
      ExternalCAs []*swarm.ExternalCA ?
      SigningCACert string ?
      SigningCAKey string ?
      ForceRotate uint64 ?

      swarm.ExternalCA
      Protocol string
      URL string
      Options map[string]string ?
      CACert string

      swarm.TaskDefaults
      LogDriver *swarm.Driver ?

      swarm.Driver
      Name string ?
      Options map[string]string ?

      swarm.EncryptionConfig
      AutoLockManagers bool
      """;

  private InfoTypes() {}
}
