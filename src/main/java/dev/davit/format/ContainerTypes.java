package dev.davit.format;

/**
 * The Go types that docker 28.2.2 reads {@code GET /containers/{id}/json} into (moby's
 * api/types/container), which a template of {@code inspect} sees.
 *
 * <p>A line with a name alone begins a type. The others are its fields in Go's order: name, type,
 * where it differs {@code =} the name in JSON, and {@code ?} where JSON leaves an empty one out. A
 * {@code +} before the name embeds: the fields below it are fields of the type itself.
 */
final class ContainerTypes {
  static final String ROOT = "container.InspectResponse";

  static final GoSchema SCHEMA =
      GoSchema.parse(
          """
          container.InspectResponse
          +ContainerJSONBase container.ContainerJSONBase
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
          Start string
          End string
          ExitCode int
          Output string

          storage.DriverData
          Data map[string]string
          Name string

          container.HostConfig
          Binds []string
          ContainerIDFile string
          LogConfig container.LogConfig
          NetworkMode string
          PortBindings map[nat.Port][]nat.PortBinding
          RestartPolicy container.RestartPolicy
          AutoRemove bool
          VolumeDriver string
          VolumesFrom []string
          ConsoleSize [2]uint
          Annotations map[string]string ?
          CapAdd []string
          CapDrop []string
          CgroupnsMode string
          DNS []string =Dns
          DNSOptions []string =DnsOptions
          DNSSearch []string =DnsSearch
          ExtraHosts []string
          GroupAdd []string
          IpcMode string
          Cgroup string
          Links []string
          OomScoreAdj int
          PidMode string
          Privileged bool
          PublishAllPorts bool
          ReadonlyRootfs bool
          SecurityOpt []string
          StorageOpt map[string]string ?
          Tmpfs map[string]string ?
          UTSMode string
          UsernsMode string
          ShmSize int64
          Sysctls map[string]string ?
          Runtime string ?
          Isolation string
          +Resources container.Resources
          Mounts []mount.Mount ?
          MaskedPaths []string
          ReadonlyPaths []string
          Init *bool ?

          container.Resources
          CPUShares int64 =CpuShares
          Memory int64
          NanoCPUs int64 =NanoCpus
          CgroupParent string
          BlkioWeight int
          BlkioWeightDevice []*blkiodev.WeightDevice
          BlkioDeviceReadBps []*blkiodev.ThrottleDevice
          BlkioDeviceWriteBps []*blkiodev.ThrottleDevice
          BlkioDeviceReadIOps []*blkiodev.ThrottleDevice
          BlkioDeviceWriteIOps []*blkiodev.ThrottleDevice
          CPUPeriod int64 =CpuPeriod
          CPUQuota int64 =CpuQuota
          CPURealtimePeriod int64 =CpuRealtimePeriod
          CPURealtimeRuntime int64 =CpuRealtimeRuntime
          CpusetCpus string
          CpusetMems string
          Devices []container.DeviceMapping
          DeviceCgroupRules []string
          DeviceRequests []container.DeviceRequest
          KernelMemory int64 ?
          KernelMemoryTCP int64 ?
          MemoryReservation int64
          MemorySwap int64
          MemorySwappiness *int64
          OomKillDisable *bool
          PidsLimit *int64
          Ulimits []*units.Ulimit
          CPUCount int64 =CpuCount
          CPUPercent int64 =CpuPercent
          IOMaximumIOps int64
          IOMaximumBandwidth int64

          container.LogConfig
          Type string
          Config map[string]string

          container.RestartPolicy
          Name string
          MaximumRetryCount int

          nat.PortBinding
          HostIP string =HostIp
          HostPort string

          blkiodev.WeightDevice
          Path string
          Weight int

          blkiodev.ThrottleDevice
          Path string
          Rate int64

          units.Ulimit
          Name string
          Hard int64
          Soft int64

          container.DeviceMapping
          PathOnHost string
          PathInContainer string
          CgroupPermissions string

          container.DeviceRequest
          Driver string
          Count int
          DeviceIDs []string
          Capabilities [][]string
          Options map[string]string

          mount.Mount
          Type string ?
          Source string ?
          Target string ?
          ReadOnly bool ?
          Consistency string ?
          BindOptions *mount.BindOptions ?
          VolumeOptions *mount.VolumeOptions ?
          ImageOptions *mount.ImageOptions ?
          TmpfsOptions *mount.TmpfsOptions ?
          ClusterOptions *mount.ClusterOptions ?

          mount.BindOptions
          Propagation string ?
          NonRecursive bool ?
          CreateMountpoint bool ?
          ReadOnlyNonRecursive bool ?
          ReadOnlyForceRecursive bool ?

          mount.VolumeOptions
          NoCopy bool ?
          Labels map[string]string ?
          Subpath string ?
          DriverConfig *mount.Driver ?

          mount.Driver
          Name string ?
          Options map[string]string ?

          mount.ImageOptions
          Subpath string ?

          mount.TmpfsOptions
          SizeBytes int64 ?
          Mode int64 ?
          Options [][]string ?

          mount.ClusterOptions

          container.MountPoint
          Type string ?
          Name string ?
          Source string
          Destination string
          Driver string ?
          Mode string
          RW bool
          Propagation string

          container.Config
          Hostname string
          Domainname string
          User string
          AttachStdin bool
          AttachStdout bool
          AttachStderr bool
          ExposedPorts map[nat.Port]struct{} ?
          Tty bool
          OpenStdin bool
          StdinOnce bool
          Env []string
          Cmd []string
          Healthcheck *v1.HealthcheckConfig ?
          ArgsEscaped bool ?
          Image string
          Volumes map[string]struct{}
          WorkingDir string
          Entrypoint []string
          NetworkDisabled bool ?
          MacAddress string ?
          OnBuild []string
          Labels map[string]string
          StopSignal string ?
          StopTimeout *int ?
          Shell []string ?

          v1.HealthcheckConfig
          Test []string ?
          Interval int64 ?
          Timeout int64 ?
          StartPeriod int64 ?
          StartInterval int64 ?
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
          Ports map[nat.Port][]nat.PortBinding
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
          Digest string =digest
          Size int64 =size
          URLs []string =urls ?
          Annotations map[string]string =annotations ?
          Data string =data ?
          Platform *v1.Platform =platform ?
          ArtifactType string =artifactType ?

          v1.Platform
          Architecture string =architecture
          OS string =os
          OSVersion string =os.version ?
          OSFeatures []string =os.features ?
          Variant string =variant ?
          """);

  private ContainerTypes() {}
}
