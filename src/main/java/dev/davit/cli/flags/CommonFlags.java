package dev.davit.cli.flags;

import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.engine.model.Ulimit;
import dev.davit.opts.Filters;
import dev.davit.opts.LinkSpec;
import dev.davit.opts.UlimitSpec;
import java.util.List;

/** Flags that several commands share. */
public final class CommonFlags {
  public static final Flag<Boolean> SIG_PROXY =
      Flag.boolOn("sig-proxy", (char) 0, "Forward signals to the container (default true)");

  public static final Flag<String> DETACH_KEYS =
      Flag.string(
              "detach-keys",
              "Key sequence for detaching (default \"ctrl-p,ctrl-q\"); \"none\" disables detaching")
          .completes(Completer.words("ctrl- none"));

  public static final Flag<Boolean> DISABLE_CONTENT_TRUST =
      Flag.boolOn(
          "disable-content-trust",
          (char) 0,
          "Skip image verification (default true; false is not supported)");

  public static final Flag<String> FORMAT =
      Flag.string(
          "format",
          "Output format: 'table', 'table TEMPLATE', 'json' or a Go template (default table)");

  /** {@code --format} of a command that prints a single object, without a table. */
  public static final Flag<String> OBJECT_FORMAT =
      Flag.string("format", 'f', "Output format: 'json' or a Go template")
          .completes(Completer.objectFormat(""));

  /** Instructions for the image that a command creates. */
  public static final Flag<List<String>> CHANGE =
      Flag.list(
              "change",
              'c',
              "Apply a Dockerfile instruction to the image, for example 'CMD [\"sh\"]'")
          .completes(
              Completer.words("CMD ENTRYPOINT ENV EXPOSE LABEL ONBUILD USER VOLUME WORKDIR"));

  /** Links to other containers. */
  public static final Flag<List<String>> LINK =
      Flag.list(
              "link",
              (char) 0,
              "list",
              LinkSpec::parse,
              "Add a link to another container: CONTAINER[:ALIAS]")
          .completes(Completers.LINK);

  /** Limits of processes. */
  public static final Flag<List<Ulimit>> ULIMIT =
      Flag.list(
              "ulimit",
              (char) 0,
              "ulimit",
              UlimitSpec::parse,
              "Set a ulimit: NAME=SOFT[:HARD], for example nofile=1024:4096")
          .completes(Completers.ULIMIT);

  private CommonFlags() {}

  /**
   * {@code --filter} of a list.
   *
   * @param example a condition: {@code status=exited}
   */
  public static Flag<List<String>> filter(String example, Completers completer) {
    return Flag.list(
            "filter",
            'f',
            "filter",
            Filters::parse,
            "Filter by condition: KEY=VALUE, for example " + example)
        .completes(completer);
  }

  public static Flag<String> signal(String help) {
    return Flag.string("signal", 's', help).completes(Completers.SIGNAL);
  }
}
