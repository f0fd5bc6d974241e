package dev.davit.command.context;

import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.opts.KeyValueList;
import java.util.List;
import java.util.Map;

/** The flags that several context commands have. */
final class ContextFlags {
  static final Flag<String> DESCRIPTION = Flag.string("description", "What the context is for");

  static final Flag<List<Map<String, String>>> DOCKER =
      Flag.list(
              "docker",
              (char) 0,
              "stringToString",
              KeyValueList::parse,
              "Its engine: host=ADDRESS, with ca=FILE, cert=FILE, key=FILE and skip-tls-verify=BOOL, or"
                  + " from=CONTEXT for that of another")
          .completes(Completers.ENDPOINT);

  private ContextFlags() {}
}
