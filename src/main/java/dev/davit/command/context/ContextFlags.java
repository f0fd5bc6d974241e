package dev.davit.command.context;

import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.opts.KeyValueList;
import java.util.List;
import java.util.Map;

/** The flags that several context commands share. */
final class ContextFlags {
  static final Flag<String> DESCRIPTION = Flag.string("description", "Description of the context");

  static final Flag<List<Map<String, String>>> DOCKER =
      Flag.list(
              "docker",
              (char) 0,
              "stringToString",
              KeyValueList::parse,
              "Endpoint: host=ADDRESS[,ca=FILE,cert=FILE,key=FILE,skip-tls-verify=BOOL] or from=CONTEXT")
          .completes(Completers.ENDPOINT);

  private ContextFlags() {}
}
