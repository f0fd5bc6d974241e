package dev.davit;

import dev.davit.Transcript.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays command lines with davit or docker on a scripted engine of some API version. */
record WirePlay(Path temporary, Program program) {
  /** The program under test. */
  interface Program {
    Target.Result run(List<String> argv, Map<String, String> env, byte[] stdin, Path cwd)
        throws IOException;
  }

  /** The requests, output and exit code that a block's command leads to on an engine. */
  List<String> outcome(FakeEngine engine, Block preamble, Block block, String version)
      throws IOException {
    Path folder = Files.createTempDirectory(temporary, "cwd");
    preamble.prepare(engine, folder);
    block.prepare(engine, folder);
    Map<String, String> env = new HashMap<>();
    env.put("DOCKER_HOST", engine.address());
    env.put("DOCKER_CONFIG", folder.toString());
    env.put("HOME", "/home/wire");
    List<String> argv = new ArrayList<>();
    for (String word : block.words()) {
      int equals = word.indexOf('=');
      if (argv.isEmpty() && equals > 0) {
        env.put(word.substring(0, equals), word.substring(equals + 1));
      } else {
        argv.add(word.replace("<cwd>", folder.toString()));
      }
    }
    env.values().removeIf(String::isEmpty);
    Target.Result result = program.run(argv, env, new byte[0], folder);
    List<String> requests = new ArrayList<>();
    for (FakeRequest request : engine.requests()) {
      if (!request.path().equals("/_ping")) {
        requests.add(WireRequest.of(request, version));
      }
    }
    return Transcript.shown(requests, result).stream()
        .map(line -> masked(line, engine, folder))
        .toList();
  }

  /** Plays a block on an engine of its own, where its answers may stay unrequested. */
  List<String> outcome(Block block, String version) throws IOException {
    int end = block.lines().size() - 1;
    Block script = new Block(block.lines().subList(0, end));
    try (FakeEngine engine = FakeEngine.onUnix().api(version)) {
      return outcome(engine, script, new Block(block.lines().subList(end, end + 1)), version);
    }
  }

  private static String masked(String line, FakeEngine engine, Path folder) {
    return line.replace(engine.address(), "<engine>")
        .replace(engine.address().substring("unix://".length()), "<engine>")
        .replace(folder.toString(), "<cwd>")
        .replace(String.valueOf(folder.getParent()), "<above>")
        .replace(FakeEngine.ID, "<id>");
  }
}
