package dev.davit.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.engine.socket.EngineAddress;
import dev.davit.json.JsonBinding;
import dev.davit.json.MaskedJson;
import dev.davit.text.Secrets;
import dev.davit.text.ShellWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** A request as a shell command line that sends it by curl, without secrets. */
final class CurlCommand {
  /** Headers that curl sends by default, or that have no effect. */
  private static final Set<String> NOT_SHOWN =
      Set.of("User-Agent", "Accept-Encoding", "Host", "Content-Type");

  /** Headers whose values the client sets itself, so they are not secret. */
  private static final Set<String> SHOWN = Set.of("Connection", "Upgrade");

  private CurlCommand() {}

  /**
   * Returns the command line.
   *
   * @param options curl's options for the engine's address, such as those of TLS
   */
  static String of(EngineAddress address, List<String> options, Request request, ApiRequest asked)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("curl"));
    words.addAll(options);
    method(words, request.method());
    for (String name : request.headers().names()) {
      if (!NOT_SHOWN.contains(name)) {
        String value = SHOWN.contains(name) ? request.header(name) : Secrets.MASK;
        words.addAll(List.of("-H", name + ": " + value));
      }
    }
    body(words, asked);
    words.add(url(address, RequestLog.withoutSecrets(request.url())));
    String command = String.join(" ", words.stream().map(ShellWord::of).toList());
    return address instanceof EngineAddress.Ssh ssh ? overSsh(ssh, command) : command;
  }

  private static void method(List<String> words, String method) {
    if (method.equals("HEAD")) {
      words.add("-I");
    } else if (!method.equals("GET")) {
      words.addAll(List.of("-X", method));
    }
  }

  private static void body(List<String> words, ApiRequest asked) throws IOException {
    if (asked.json != null) {
      words.addAll(List.of("-H", "Content-Type: application/json", "-d"));
      words.add(new String(MaskedJson.withoutVariables(JsonBinding.write(asked.json)), UTF_8));
    } else if (asked.content != null) {
      words.addAll(List.of("-H", "Content-Type: application/x-tar", "-T", "-"));
    }
  }

  /** The URL; curl requires a host even for addresses that have none. */
  private static String url(EngineAddress address, HttpUrl url) {
    return address instanceof EngineAddress.Tcp
        ? url.toString()
        : "http://localhost" + url.toString().substring(url.resolve("/").toString().length() - 1);
  }

  /** The command line that runs curl on the engine's host, quoted for that host's shell. */
  private static String overSsh(EngineAddress.Ssh ssh, String command) {
    List<String> words = new ArrayList<>(List.of("ssh"));
    ssh.user().ifPresent(user -> words.addAll(List.of("-l", user)));
    ssh.port().ifPresent(port -> words.addAll(List.of("-p", Integer.toString(port))));
    words.addAll(List.of("--", ssh.host(), command));
    return String.join(" ", words.stream().map(ShellWord::of).toList());
  }
}
