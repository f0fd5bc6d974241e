package dev.davit.cli.complete;

import static dev.davit.cli.complete.FlagWords.words;

import dev.davit.resource.ObjectKind;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Completes values that are comma-separated pairs: {@code type=bind,source=/a}. */
final class Pairs {
  private static final List<String> MOUNT =
      words(
          """
          type= source= target= readonly bind-create-src bind-nonrecursive bind-propagation=
          bind-recursive= consistency= tmpfs-mode= tmpfs-size= volume-driver= volume-label= volume-nocopy
          volume-opt= volume-subpath=
          """);
  private static final List<String> NETWORK =
      words("name= alias= driver-opt= gw-priority= ip= ip6= link= link-local-ip= mac-address=");
  private static final List<String> DEVICES =
      words("driver= capabilities= count= device-ids= id= options=");
  private static final List<String> PUBLISH = words("published= target= protocol=");

  private static final List<String> ENDPOINT = words("host= ca= cert= key= skip-tls-verify= from=");

  private final List<String> keys;
  private final Function<Pair, Candidates> values;

  private Pairs(List<String> keys, Function<Pair, Candidates> values) {
    this.keys = keys;
    this.values = values;
  }

  /**
   * The pair whose value is being typed.
   *
   * @param before the text before the pair
   */
  private record Pair(String key, String before) {}

  static Candidates mount(Typing typing) {
    EngineNames engine = typing.engine();
    return new Pairs(
            MOUNT,
            pair ->
                switch (pair.key) {
                  case "type" -> Candidates.of("bind", "tmpfs", "volume");
                  case "source", "src" ->
                      pair.before.contains("type=bind")
                          ? Candidates.FILES
                          : engine.names(ObjectKind.VOLUME);
                  case "bind-propagation" ->
                      Candidates.of(words("private rprivate rshared rslave shared slave"));
                  case "bind-recursive" ->
                      Candidates.of(words("disabled enabled readonly writable"));
                  case "consistency" -> Candidates.of("cached", "consistent", "delegated");
                  case "volume-driver" -> engine.volumeDrivers();
                  default -> Candidates.NONE;
                })
        .of(typing.word());
  }

  static Candidates network(Typing typing) {
    EngineNames engine = typing.engine();
    return new Pairs(
            NETWORK,
            pair ->
                switch (pair.key) {
                  case "name" -> engine.names(ObjectKind.NETWORK);
                  case "link" -> engine.containers(true, Set.of()).followedBy(":");
                  default -> Candidates.NONE;
                })
        .of(typing.word());
  }

  static Candidates devices(Typing typing) {
    return new Pairs(
            DEVICES, pair -> pair.key.equals("count") ? Candidates.of("all") : Candidates.NONE)
        .of(typing.word());
  }

  static Candidates publish(Typing typing) {
    return new Pairs(
            PUBLISH,
            pair ->
                pair.key.equals("protocol") ? Candidates.of("tcp", "udp", "sctp") : Candidates.NONE)
        .of(typing.word());
  }

  static Candidates endpoint(Typing typing) {
    return new Pairs(
            ENDPOINT,
            pair ->
                switch (pair.key) {
                  case "ca", "cert", "key" -> Candidates.FILES;
                  case "from" -> Candidates.of(typing.contexts().get());
                  case "host" -> Candidates.of("unix://", "tcp://", "ssh://");
                  case "skip-tls-verify" -> Candidates.of("true", "false");
                  default -> Candidates.NONE;
                })
        .of(typing.word());
  }

  private Candidates of(String typed) {
    int start = typed.lastIndexOf(',') + 1;
    String before = typed.substring(0, start);
    String pair = typed.substring(start);
    int equals = pair.indexOf('=');
    if (equals >= 0) {
      String key = pair.substring(0, equals);
      return values.apply(new Pair(key, before)).behind(before + key + '=');
    }
    return Candidates.of(keys).behind(before);
  }
}
