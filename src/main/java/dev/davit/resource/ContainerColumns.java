package dev.davit.resource;

import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ContainerSummary.MountPoint;
import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.format.TextWidth;
import dev.davit.format.Units;
import dev.davit.opts.ImageRef;
import dev.davit.template.GoStruct;
import dev.davit.text.GoQuote;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The columns of {@code ps}. Mirrors cli/command/formatter/container.go. */
public final class ContainerColumns {
  /** The default table's columns. */
  public static final List<String> SHOWN =
      List.of("ID", "Image", "Command", "RunningFor", "Status", "Ports", "Names");

  private static final String RAW =
      """
      container_id: {{.ID}}
      image: {{.Image}}
      command: {{.Command}}
      created_at: {{.CreatedAt}}
      state: {{- pad .State 1 0}}
      status: {{- pad .Status 1 0}}
      names: {{.Names}}
      labels: {{- pad .Labels 1 0}}
      ports: {{- pad .Ports 1 0}}
      """;

  private static final int SHORT_COMMAND = 20;
  private static final int SHORT_MOUNT = 15;

  private final boolean truncate;
  private final CreationTime time;

  /** Printed image names by image, as many containers have the same one. */
  private final Map<String, String> images = new HashMap<>();

  private ContainerColumns(boolean truncate, InstantSource clock) {
    this.truncate = truncate;
    this.time = new CreationTime(clock);
  }

  /**
   * Returns the columns for templates and tables.
   *
   * @param truncate whether to truncate IDs, commands and names
   */
  public static Listing<ContainerSummary> listing(boolean truncate, InstantSource clock) {
    ContainerColumns columns = new ContainerColumns(truncate, clock);
    return new Listing<>(
        "*formatter.ContainerContext",
        columns.all(),
        container -> Labels.method(container.labels()));
  }

  /** Returns the template for the format {@code raw}. */
  public static String raw(boolean quiet, boolean size) {
    return quiet ? "container_id: {{.ID}}" : size ? RAW + "size: {{.Size}}\n" : RAW;
  }

  private List<Column<ContainerSummary>> all() {
    return List.of(
        new Column<>("Command", "COMMAND", this::command),
        new Column<>("CreatedAt", "CREATED AT", container -> time.text(container.created())),
        Column.newer("HealthStatus", "HEALTH STATUS", ContainerColumns::health),
        new Column<>("ID", "CONTAINER ID", container -> shortId(container.id())),
        new Column<>("Image", "IMAGE", this::image),
        new Column<>("Labels", "LABELS", container -> Labels.list(container.labels())),
        new Column<>("LocalVolumes", "LOCAL VOLUMES", ContainerColumns::localVolumes),
        new Column<>("Mounts", "MOUNTS", this::mounts),
        new Column<>("Names", "NAMES", this::names),
        new Column<>("Networks", "NETWORKS", ContainerColumns::networks),
        new Column<>("Platform", "PLATFORM", ContainerColumns::platform),
        new Column<>("Ports", "PORTS", ContainerColumns::ports),
        new Column<>("RunningFor", "CREATED", container -> time.ago(container.created())),
        new Column<>("Size", "SIZE", ContainerColumns::size),
        new Column<>("State", "STATE", c -> Objects.requireNonNullElse(c.state(), "")),
        new Column<>("Status", "STATUS", c -> Objects.requireNonNullElse(c.status(), "")));
  }

  private String shortId(String id) {
    return truncate ? ShortId.of(id) : id;
  }

  private String names(ContainerSummary container) {
    List<String> names = container.names() == null ? List.of() : container.names();
    List<String> shown = new ArrayList<>(names.size());
    for (String name : names) {
      String plain = name.startsWith("/") ? name.substring(1) : name;
      if (!truncate || plain.indexOf('/') < 0) { // a link: OTHER/ALIAS
        shown.add(plain);
      }
    }
    return String.join(",", shown);
  }

  private String image(ContainerSummary container) {
    String image = container.image();
    if (image.isEmpty()) {
      return "<no image>";
    }
    if (!truncate) {
      return image;
    }
    String id = container.imageId() == null ? "" : ShortId.of(container.imageId());
    if (id.equals(ShortId.of(image))) {
      return id;
    }
    return images.computeIfAbsent(image, ContainerColumns::familiar);
  }

  private static String familiar(String image) {
    try {
      ImageRef ref = ImageRef.parse(image);
      return ref.familiarName() + (ref.tag().isEmpty() ? "" : ":" + ref.tag());
    } catch (IllegalArgumentException e) {
      return image;
    }
  }

  private String command(ContainerSummary container) {
    String command = container.command();
    return GoQuote.quote(truncate ? TextWidth.ellipsis(command, SHORT_COMMAND) : command);
  }

  private static GoStruct platform(ContainerSummary container) {
    ContainerSummary.Descriptor image = container.imageManifestDescriptor();
    return image == null || image.platform() == null
        ? NoPlatform.INSTANCE
        : ContainerPlatform.of(image.platform());
  }

  private static String ports(ContainerSummary container) {
    return container.ports() == null ? "" : Ports.show(container.ports());
  }

  /**
   * Returns the health status; below API 1.52 only the status has it: {@code Up 2 hours (healthy)}.
   */
  public static String health(ContainerSummary container) {
    ContainerSummary.Health health = container.health();
    if (health != null && health.status() != null && !health.status().isEmpty()) {
      return health.status();
    }
    String status = Objects.requireNonNullElse(container.status(), "");
    int open = status.indexOf('(');
    if (open < 0 || !status.endsWith(")")) {
      return "";
    }
    String inParens = status.substring(open + 1, status.length() - 1);
    String value =
        inParens.startsWith("health: ") ? inParens.substring("health: ".length()) : inParens;
    return switch (value) {
      case "healthy", "unhealthy", "starting" -> value;
      default -> "";
    };
  }

  private static String size(ContainerSummary container) {
    String own = Units.decimal(container.sizeRw(), 3);
    return container.sizeRootFs() > 0
        ? own + " (virtual " + Units.decimal(container.sizeRootFs(), 3) + ')'
        : own;
  }

  private static List<MountPoint> mountPoints(ContainerSummary container) {
    return container.mounts() == null ? List.of() : container.mounts();
  }

  private String mounts(ContainerSummary container) {
    List<String> names = new ArrayList<>();
    for (MountPoint mount : mountPoints(container)) {
      boolean anonymous = mount.name() == null || mount.name().isEmpty();
      String name = Objects.requireNonNullElse(anonymous ? mount.source() : mount.name(), "");
      names.add(truncate ? TextWidth.ellipsis(name, SHORT_MOUNT) : name);
    }
    return String.join(",", names);
  }

  private static String localVolumes(ContainerSummary container) {
    int local = 0;
    for (MountPoint mount : mountPoints(container)) {
      local += "local".equals(mount.driver()) ? 1 : 0;
    }
    return Integer.toString(local);
  }

  private static String networks(ContainerSummary container) {
    ContainerSummary.NetworkSettings settings = container.networkSettings();
    return settings == null || settings.networks() == null
        ? ""
        : String.join(",", new TreeMap<>(settings.networks()).keySet());
  }
}
