package dev.davit.opts;

import dev.davit.text.GoCase;
import dev.davit.text.GoQuote;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parses {@code --platform}, {@code OS[(VERSION)][/ARCH[/VARIANT]]} or {@code ARCH}, and normalizes
 * the names. Mirrors containerd/platforms.
 *
 * @param osVersion empty if not given
 * @param variant empty for the architecture's default
 */
public record Platform(String os, String osVersion, String architecture, String variant) {
  private static final String OS = "^([A-Za-z0-9_-]+)(?:\\(([A-Za-z0-9_.-]*)\\))?$";
  private static final String PART = "^[A-Za-z0-9_.-]+$";
  private static final Pattern OS_PATTERN = Pattern.compile(OS);
  private static final Pattern PART_PATTERN = Pattern.compile(PART);

  private static final Set<String> SYSTEMS =
      Set.of(
          ("aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd"
                  + " plan9 solaris windows zos")
              .split(" "));
  private static final Set<String> ARCHITECTURES =
      Set.of(
          ("386 amd64 amd64p32 arm armbe arm64 arm64be ppc64 ppc64le loong64 mips mipsle mips64"
                  + " mips64le mips64p32 mips64p32le ppc riscv riscv64 s390 s390x sparc sparc64"
                  + " wasm")
              .split(" "));

  /**
   * Parses a platform.
   *
   * @throws IllegalArgumentException with docker's message
   */
  public static Platform parse(String text) {
    if (text.contains("*")) {
      throw invalid(GoQuote.quote(text) + ": wildcards not yet supported");
    }
    List<String> parts = List.of(text.split("/", 4));
    Matcher os = OS_PATTERN.matcher(parts.getFirst());
    if (!os.matches()) {
      throw invalid(
          GoQuote.quote(parts.getFirst())
              + " is an invalid OS component of "
              + GoQuote.quote(text)
              + ": OSAndVersion specifier component must match "
              + GoQuote.quote(OS));
    }
    for (String part : parts.subList(1, parts.size())) {
      if (!PART_PATTERN.matcher(part).matches()) {
        throw invalid(
            GoQuote.quote(part)
                + " is an invalid component of "
                + GoQuote.quote(text)
                + ": platform specifier component must match "
                + GoQuote.quote(PART));
      }
    }
    String system = system(os.group(1));
    Platform platform =
        switch (parts.size()) {
          case 1 -> ofOne(text, system);
          case 2 -> withoutUsual(named(system, parts.get(1), ""));
          case 3 -> withVariant(named(system, parts.get(1), parts.get(2)));
          default -> throw invalid(GoQuote.quote(text) + ": cannot parse platform specifier");
        };
    String version = os.group(2) == null ? "" : os.group(2);
    return new Platform(platform.os, version, platform.architecture, platform.variant);
  }

  /**
   * Parses a single word: an operating system with the client's architecture, or an architecture of
   * linux.
   */
  private static Platform ofOne(String text, String system) {
    if (SYSTEMS.contains(system)) {
      return new Platform(system, "", clientArchitecture(), "");
    }
    Platform platform = withoutUsual(named("linux", text, ""));
    if (!ARCHITECTURES.contains(platform.architecture)) {
      throw invalid(GoQuote.quote(text) + ": unknown operating system or architecture");
    }
    return platform;
  }

  /** The client's architecture, by Go's name: {@code amd64}, {@code arm64}. */
  public static String clientArchitecture() {
    return named("linux", System.getProperty("os.arch", ""), "").architecture;
  }

  private static String system(String typed) {
    String name = GoCase.lower(typed);
    return name.equals("macos") ? "darwin" : name;
  }

  /** Removes the default variant of an architecture. */
  private static Platform withoutUsual(Platform platform) {
    return platform.architecture.equals("arm") && platform.variant.equals("v7")
        ? new Platform(platform.os, "", platform.architecture, "")
        : platform;
  }

  private static Platform withVariant(Platform platform) {
    return platform.architecture.equals("arm64") && platform.variant.isEmpty()
        ? new Platform(platform.os, "", platform.architecture, "v8")
        : platform;
  }

  private static Platform named(String os, String typedArchitecture, String typedVariant) {
    String architecture = GoCase.lower(typedArchitecture);
    String variant = GoCase.lower(typedVariant);
    return switch (architecture) {
      case "i386" -> new Platform(os, "", "386", "");
      case "x86_64", "x86-64", "amd64" ->
          new Platform(os, "", "amd64", variant.equals("v1") ? "" : variant);
      case "aarch64", "arm64" -> new Platform(os, "", "arm64", arm64Variant(variant));
      case "armhf" -> new Platform(os, "", "arm", "v7");
      case "armel" -> new Platform(os, "", "arm", "v6");
      case "arm" -> new Platform(os, "", "arm", armVariant(variant));
      default -> new Platform(os, "", architecture, variant);
    };
  }

  private static String arm64Variant(String variant) {
    return switch (variant) {
      case "8", "v8", "v8.0" -> "";
      case "9", "9.0", "v9.0" -> "v9";
      default -> variant;
    };
  }

  private static String armVariant(String variant) {
    return switch (variant) {
      case "", "7" -> "v7";
      case "5", "6", "8" -> "v" + variant;
      default -> variant;
    };
  }

  private static IllegalArgumentException invalid(String problem) {
    return new IllegalArgumentException(problem + ": invalid argument");
  }

  /**
   * Formats the platform for the API as JSON, {@code {"architecture":"arm64","os":"linux"}}: the
   * query parameter {@code platform} of most image endpoints. Names need no escapes.
   */
  public String json() {
    StringBuilder json = new StringBuilder();
    json.append("{\"architecture\":\"").append(architecture);
    json.append("\",\"os\":\"").append(os).append('"');
    if (!osVersion.isEmpty()) {
      json.append(",\"os.version\":\"").append(osVersion).append('"');
    }
    if (!variant.isEmpty()) {
      json.append(",\"variant\":\"").append(variant).append('"');
    }
    return json.append('}').toString();
  }

  /** Formats the platform for the API as text: {@code linux/arm/v6}, without the version. */
  @Override
  public String toString() {
    return Stream.of(os, architecture, variant)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/"));
  }
}
