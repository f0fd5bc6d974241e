package dev.davit.resource;

/**
 * The Go types into which docker 28.2.2 reads {@code GET /images/{name}/json}, in the format of
 * {@link ContainerTypes}.
 */
final class ImageTypes {
  static final String TEXT =
      ContainerTypes.TEXT
          + """

          image.InspectResponse
          ID string =Id
          RepoTags []string
          RepoDigests []string
          Parent string
          Comment string
          Created string ?
          Container string ?
          ContainerConfig *container.Config ?
          DockerVersion string
          Author string
          Config *v1.DockerOCIImageConfig
          Architecture string
          Variant string ?
          Os string
          OsVersion string ?
          Size int64
          VirtualSize int64 ?
          GraphDriver storage.DriverData
          RootFS image.RootFS
          Metadata image.Metadata
          Descriptor *v1.Descriptor ?
          Manifests []image.ManifestSummary ?

          v1.DockerOCIImageConfig
          +ImageConfig v1.ImageConfig
          +DockerOCIImageConfigExt v1.DockerOCIImageConfigExt

          v1.ImageConfig
          User string ?
          ExposedPorts map[string]struct{} ?
          Env []string ?
          Entrypoint []string ?
          Cmd []string ?
          Volumes map[string]struct{} ?
          WorkingDir string ?
          Labels map[string]string ?
          StopSignal string ?
          ArgsEscaped bool ?

          v1.DockerOCIImageConfigExt
          Healthcheck *v1.HealthcheckConfig ?
          OnBuild []string ?
          Shell []string ?

          image.RootFS
          Type string ?
          Layers []string ?

          image.Metadata
          LastTagTime time

          image.ManifestSummary
          ID string
          Descriptor v1.Descriptor
          Available bool
          Size image.ManifestSize
          Kind image.ManifestKind
          ImageData *image.ImageProperties ?
          AttestationData *image.AttestationProperties ?

          image.ManifestSize
          Content int64
          Total int64

          image.ImageProperties
          Platform v1.Platform
          Size image.UnpackedSize
          Containers []string

          image.UnpackedSize
          Unpacked int64

          image.AttestationProperties
          For digest.Digest
          """;

  private ImageTypes() {}
}
