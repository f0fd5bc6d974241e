package dev.davit.plugin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks plugins for their metadata: {@code FILE docker-cli-plugin-metadata}. The answers of valid
 * plugins are kept in a {@link MetadataCache}, as starting a plugin takes longer than all else.
 */
final class MetadataRequest {
  private static final String SUBCOMMAND = "docker-cli-plugin-metadata";

  /** The time limit for an answer; docker has none. */
  private static final int LIMIT_SECONDS = 2;

  private static final int MAX_ANSWER = 1 << 20;

  private final Map<String, String> env;
  private final MetadataCache cache;

  MetadataRequest(Map<String, String> env, MetadataCache cache) {
    this.env = env;
    this.cache = cache;
  }

  /**
   * Returns a plugin's metadata, valid or not.
   *
   * @throws IOException in Go's words if the plugin cannot be started or fails
   */
  PluginMetadata send(Path file) throws IOException {
    byte[] kept = cache.find(file).orElse(null);
    if (kept != null) {
      return PluginMetadata.read(kept);
    }
    byte[] answer = ask(file);
    PluginMetadata metadata = PluginMetadata.read(answer);
    if (metadata.problem().isEmpty()) {
      cache.put(file, answer);
    }
    return metadata;
  }

  void saveCache() {
    cache.save();
  }

  private byte[] ask(Path file) throws IOException {
    ProcessBuilder builder = Executable.command(file, List.of(SUBCOMMAND), env);
    builder.redirectInput(new File("/dev/null")).redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = Executable.start(builder);
    FutureTask<byte[]> answer = new FutureTask<>(() -> read(process));
    Thread.ofPlatform().daemon().start(answer);
    try {
      return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("no answer within " + LIMIT_SECONDS + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static byte[] read(Process process) throws IOException, InterruptedException {
    try (InputStream out = process.getInputStream()) {
      byte[] answer = out.readNBytes(MAX_ANSWER);
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException("exit status " + exitCode);
      }
      return answer;
    }
  }
}
