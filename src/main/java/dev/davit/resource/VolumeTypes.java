package dev.davit.resource;

/**
 * The Go types into which docker 28.2.2 reads {@code GET /volumes/{name}}, in the format of {@link
 * ContainerTypes}.
 */
final class VolumeTypes {
  static final String TEXT =
      """
      volume.Volume
      ClusterVolume *volume.ClusterVolume ?
      CreatedAt string ?
      Driver string
      Labels map[string]string
      Mountpoint string
      Name string
      Options map[string]string
      Scope string
      Status map[string]any ?
      UsageData *volume.UsageData ?

      volume.UsageData
      RefCount int64
      Size int64

      volume.ClusterVolume
      ID string
      +Meta swarm.Meta
      Spec volume.ClusterVolumeSpec
      PublishStatus []*volume.PublishStatus ?
      Info *volume.Info ?

      swarm.Meta
      Version swarm.Version
      CreatedAt time
      UpdatedAt time

      swarm.Version
      Index uint64 ?

      volume.ClusterVolumeSpec
      Group string ?
      AccessMode *volume.AccessMode ?
      AccessibilityRequirements *volume.TopologyRequirement ?
      CapacityRange *volume.CapacityRange ?
      Secrets []volume.Secret ?
      Availability volume.Availability ?

      volume.AccessMode
      Scope volume.Scope ?
      Sharing volume.SharingMode ?
      MountVolume *volume.TypeMount ?
      BlockVolume *volume.TypeBlock ?

      volume.TypeMount
      FsType string ?
      MountFlags []string ?

      volume.TypeBlock

      volume.TopologyRequirement
      Requisite []volume.Topology ?
      Preferred []volume.Topology ?

      volume.Topology
      Segments map[string]string ?

      volume.CapacityRange
      RequiredBytes int64
      LimitBytes int64

      volume.Secret
      Key string
      Secret string

      volume.PublishStatus
      NodeID string ?
      State volume.PublishState ?
      PublishContext map[string]string ?

      volume.Info
      CapacityBytes int64 ?
      VolumeContext map[string]string ?
      VolumeID string ?
      AccessibleTopology []volume.Topology ?
      """;

  private VolumeTypes() {}
}
