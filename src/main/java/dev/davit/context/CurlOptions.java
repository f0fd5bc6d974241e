package dev.davit.context;

import dev.davit.engine.socket.EngineAddress;
import java.util.ArrayList;
import java.util.List;

/** Creates the options by which curl connects to an engine. */
public final class CurlOptions {
  private CurlOptions() {}

  public static List<String> of(EndpointResolver choice) {
    List<String> options = new ArrayList<>();
    if (choice.address() instanceof EngineAddress.Unix unix) {
      options.addAll(
          unix.isAbstract()
              ? List.of("--abstract-unix-socket", unix.path().substring(1))
              : List.of("--unix-socket", unix.path()));
    }
    if (choice.address() instanceof EngineAddress.Ssh ssh) {
      String path = ssh.path().isEmpty() ? "/var/run/docker.sock" : ssh.path();
      options.addAll(List.of("--unix-socket", path));
    }
    choice.tls().ifPresent(files -> addTls(options, files));
    return options;
  }

  private static void addTls(List<String> options, TlsFiles files) {
    if (!files.verify()) {
      options.add("--insecure");
    }
    files.ca().ifPresent(file -> options.addAll(List.of("--cacert", file.toString())));
    files.cert().ifPresent(file -> options.addAll(List.of("--cert", file.toString())));
    files.key().ifPresent(file -> options.addAll(List.of("--key", file.toString())));
  }
}
