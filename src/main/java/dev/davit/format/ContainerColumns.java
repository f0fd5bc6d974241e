package dev.davit.format;

import dev.davit.engine.GoQuote;
import dev.davit.engine.model.ContainerSummary;
import dev.davit.engine.model.ContainerSummary.MountPoint;
import dev.davit.format.template.GoFunction;
import dev.davit.format.template.GoFunction.Param;
import dev.davit.value.ImageRef;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code ps} shows of a container. Mirrors cli/command/formatter/container.go. */
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

  private static final int SHORT_ID = 12;
  private static final Instant FIRST_SECOND = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST_SECOND = Instant.parse("9999-12-31T00:00:00Z");
  private static final int SHORT_COMMAND = 20;
  private static final int SHORT_MOUNT = 15;

  private final boolean truncate;
  private final InstantSource clock;

  /** Images as they are shown; many containers have the same. */
  private final Map<String, String> images = new HashMap<>();

  private @Nullable DateTimeFormatter times;

  private ContainerColumns(boolean truncate, InstantSource clock) {
    this.truncate = truncate;
    this.clock = clock;
  }

  /**
   * How containers are listed.
   *
   * @param truncate whether ids, commands and names are cut short
   */
  public static Listing<ContainerSummary> listing(boolean truncate, InstantSource clock) {
    ContainerColumns columns = new ContainerColumns(truncate, clock);
    return new Listing<>(
        "*formatter.ContainerContext",
        columns.all(),
        container -> Map.of("Label", GoFunction.of(args -> label(container, args), Param.STRING)));
  }

  /** The template that the format {@code raw} stands for. */
  public static String raw(boolean quiet, boolean size) {
    return quiet ? "container_id: {{.ID}}" : size ? RAW + "size: {{.Size}}\n" : RAW;
  }

  private static String label(ContainerSummary container, List<@Nullable Object> args) {
    return labels(container).getOrDefault(String.valueOf(args.getFirst()), "");
  }

  private List<Column<ContainerSummary>> all() {
    return List.of(
        new Column<>("Command", "COMMAND", this::command),
        new Column<>("CreatedAt", "CREATED AT", this::createdAt),
        new Column<>("ID", "CONTAINER ID", container -> shortId(container.id())),
        new Column<>("Image", "IMAGE", this::image),
        new Column<>("Labels", "LABELS", ContainerColumns::labelList),
        new Column<>("LocalVolumes", "LOCAL VOLUMES", ContainerColumns::localVolumes),
        new Column<>("Mounts", "MOUNTS", this::mounts),
        new Column<>("Names", "NAMES", this::names),
        new Column<>("Networks", "NETWORKS", ContainerColumns::networks),
        new Column<>("Platform", "PLATFORM", container -> NoPlatform.INSTANCE),
        new Column<>("Ports", "PORTS", ContainerColumns::ports),
        new Column<>("RunningFor", "CREATED", this::runningFor),
        new Column<>("Size", "SIZE", ContainerColumns::size),
        new Column<>("State", "STATE", c -> Objects.requireNonNullElse(c.state(), "")),
        new Column<>("Status", "STATUS", c -> Objects.requireNonNullElse(c.status(), "")));
  }

  private String shortId(String id) {
    String digits = truncate ? withoutAlgorithm(id) : id;
    return truncate && digits.length() > SHORT_ID ? digits.substring(0, SHORT_ID) : digits;
  }

  private String names(ContainerSummary container) {
    List<String> names = container.names() == null ? List.of() : container.names();
    return names.stream()
        .map(name -> name.startsWith("/") ? name.substring(1) : name)
        .filter(
            name -> !truncate || name.indexOf('/') < 0) // a link's name has the other's in front
        .collect(Collectors.joining(","));
  }

  private String image(ContainerSummary container) {
    String image = container.image();
    if (image.isEmpty()) {
      return "<no image>";
    }
    if (!truncate) {
      return image;
    }
    String id = container.imageId() == null ? "" : withoutAlgorithm(container.imageId());
    if (shortId(id).equals(shortId(withoutAlgorithm(image)))) {
      return shortId(id);
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

  private static String withoutAlgorithm(String id) {
    return id.substring(id.indexOf(':') + 1);
  }

  private String command(ContainerSummary container) {
    String command = container.command();
    return GoQuote.quote(truncate ? ellipsis(command, SHORT_COMMAND) : command);
  }

  private String createdAt(ContainerSummary container) {
    ZonedDateTime created = created(container).atZone(ZoneId.systemDefault());
    if (times == null) {
      times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xx zzz", Locale.ROOT);
    }
    return times.format(created);
  }

  private String runningFor(ContainerSummary container) {
    return Units.age(Duration.between(created(container), clock.instant())) + " ago";
  }

  /** A broken engine may tell a time that there is not: the year is kept to four digits. */
  private static Instant created(ContainerSummary container) {
    return Instant.ofEpochSecond(
        Math.clamp(
            container.created(), FIRST_SECOND.getEpochSecond(), LAST_SECOND.getEpochSecond()));
  }

  private static String ports(ContainerSummary container) {
    return container.ports() == null ? "" : Ports.show(container.ports());
  }

  private static String size(ContainerSummary container) {
    String own = Units.decimal(container.sizeRw(), 3);
    return container.sizeRootFs() > 0
        ? own + " (virtual " + Units.decimal(container.sizeRootFs(), 3) + ')'
        : own;
  }

  private static Map<String, String> labels(ContainerSummary container) {
    return container.labels() == null ? Map.of() : container.labels();
  }

  private static String labelList(ContainerSummary container) {
    return new TreeMap<>(labels(container))
        .entrySet().stream()
            .map(label -> label.getKey() + '=' + label.getValue())
            .collect(Collectors.joining(","));
  }

  private static List<MountPoint> mountPoints(ContainerSummary container) {
    return container.mounts() == null ? List.of() : container.mounts();
  }

  private String mounts(ContainerSummary container) {
    return mountPoints(container).stream()
        .map(
            mount -> mount.name() == null || mount.name().isEmpty() ? mount.source() : mount.name())
        .map(name -> Objects.requireNonNullElse(name, ""))
        .map(name -> truncate ? ellipsis(name, SHORT_MOUNT) : name)
        .collect(Collectors.joining(","));
  }

  private static String localVolumes(ContainerSummary container) {
    long local =
        mountPoints(container).stream().filter(mount -> "local".equals(mount.driver())).count();
    return Long.toString(local);
  }

  private static String networks(ContainerSummary container) {
    ContainerSummary.NetworkSettings settings = container.networkSettings();
    return settings == null || settings.networks() == null
        ? ""
        : String.join(",", new TreeMap<>(settings.networks()).keySet());
  }

  private static String ellipsis(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length - 1)) + '…';
  }
}
