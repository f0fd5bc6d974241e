package dev.davit.cli.flags;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.io.FileError;
import dev.davit.io.WholeFile;
import dev.davit.io.WorkingDirectory;
import dev.davit.json.CompactJson;
import dev.davit.text.GoQuote;
import java.util.ArrayList;
import java.util.List;

/** The flags for capabilities, privileged containers and security options. */
final class SecurityFlags {
  private static final Flag<List<String>> SECURITY_OPT =
      Flag.list(
              "security-opt",
              "Set a security option, for example no-new-privileges or seccomp=FILE")
          .completes(Completers.SECURITY_OPTION);

  static final Mapping OPTIONS = new Options();

  static final FlagTable TABLE =
      FlagTable.of(
          "Security",
          OPTIONS,
          Field.ofHost(
              Flag.list("cap-add", "Add a Linux capability, for example NET_ADMIN, or ALL")
                  .completes(Completers.CAPABILITY),
              (host, value) -> host.capAdd = value,
              host -> host.capAdd),
          Field.ofHost(
              Flag.list("cap-drop", "Drop a Linux capability, for example CHOWN, or ALL")
                  .completes(Completers.CAPABILITY),
              (host, value) -> host.capDrop = value,
              host -> host.capDrop),
          Field.ofHost(
              Flag.bool(
                  "privileged",
                  "Give the container all capabilities and access to all host devices"),
              (host, value) -> host.privileged = value,
              host -> host.privileged));

  private SecurityFlags() {}

  /** Maps {@code --security-opt NAME=VALUE} or {@code NAME:VALUE}. */
  private static final class Options implements Mapping {
    private static final String NO_NEW_PRIVILEGES = "no-new-privileges";

    /** The option for unmasked paths, sent as empty MaskedPaths and ReadonlyPaths. */
    private static final String ALL_PATHS = "systempaths=unconfined";

    @Override
    public List<Flag<?>> flags() {
      return List.of(SECURITY_OPT);
    }

    @Override
    public void toSpec(FlagValues given, ContainerSpec spec, SpecContext context) {
      List<String> options = new ArrayList<>();
      for (String option : given.get(SECURITY_OPT)) {
        options.add(resolved(option, context.cwd()));
      }
      if (options.removeIf(ALL_PATHS::equals)) {
        spec.hostConfig.maskedPaths = List.of();
        spec.hostConfig.readonlyPaths = List.of();
      }
      spec.hostConfig.securityOpt = options.isEmpty() ? null : options;
    }

    /** The option as the API has it: with a profile's content instead of its file name. */
    private static String resolved(String option, WorkingDirectory cwd) {
      int equals = option.indexOf('=');
      boolean noNewPrivileges =
          (equals < 0 ? option : option.substring(0, equals)).equals(NO_NEW_PRIVILEGES);
      int separator = equals >= 0 || noNewPrivileges ? equals : option.indexOf(':');
      String name = separator < 0 ? option : option.substring(0, separator);
      String value = separator < 0 ? "" : option.substring(separator + 1);
      if (value.isEmpty() && !name.equals(NO_NEW_PRIVILEGES)) {
        throw new IllegalArgumentException("Invalid --security-opt: " + GoQuote.quote(option));
      }
      boolean profile =
          name.equals("seccomp") && !value.equals("unconfined") && !value.equals("builtin");
      return profile ? "seccomp=" + profile(value, cwd) : option;
    }

    /** Returns the profile as compact JSON, from a file or given as JSON, as inspect prints it. */
    private static String profile(String file, WorkingDirectory cwd) {
      byte[] json;
      try {
        json =
            file.startsWith("{") ? file.getBytes(UTF_8) : WholeFile.read(cwd.physical(file), file);
      } catch (FileError e) {
        throw new IllegalArgumentException(
            "opening seccomp profile (" + file + ") failed: " + e.getMessage(), e);
      }
      try {
        return new String(CompactJson.of(json), UTF_8);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "compacting json for seccomp profile (" + file + ") failed: " + e.getMessage(), e);
      }
    }

    @Override
    public void fromSpec(ContainerSpec spec, FlagWriter out) {
      out.writeAll(SECURITY_OPT, spec.hostConfig.securityOpt, option -> option);
      if (spec.hostConfig.maskedPaths != null && spec.hostConfig.maskedPaths.isEmpty()) {
        out.write(SECURITY_OPT, ALL_PATHS);
      }
    }
  }
}
