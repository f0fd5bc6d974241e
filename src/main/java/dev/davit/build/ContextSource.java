package dev.davit.build;

import dev.davit.context.ClientProxy;
import dev.davit.context.SystemAuthorities;
import dev.davit.engine.http.Download;
import dev.davit.engine.http.EngineOptions;
import dev.davit.engine.http.RequestLog;
import dev.davit.engine.http.Timeouts;
import dev.davit.engine.socket.EngineAddress;
import dev.davit.engine.tls.Tls;
import dev.davit.io.WorkingDirectory;
import dev.davit.text.GoQuote;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prepares the context of a build: a directory, a git repository, a URL or standard input. Mirrors
 * runBuild in docker's cli/command/image/build.go.
 *
 * @param in standard input
 * @param env the environment of git, with the proxies of downloads
 * @param userAgent the header {@code User-Agent} of downloads
 */
public record ContextSource(
    WorkingDirectory cwd,
    InputStream in,
    Map<String, String> env,
    InstantSource clock,
    String userAgent) {
  private static final Pattern GIT =
      Pattern.compile("(?s)https?://.*\\.git(#.+)?|(git://|github\\.com/|git@).*");

  private static final Closeable NOTHING = () -> {};

  /** Observes a download while it is read. */
  public interface DownloadObserver {
    /**
     * Returns the stream to read instead.
     *
     * @param size the number of bytes; -1 if unknown
     */
    InputStream observe(InputStream content, long size);
  }

  /** Whether a context is the URL of a web server, for a download or for git. */
  public static boolean isHttp(String context) {
    return context.startsWith("http://") || context.startsWith("https://");
  }

  /**
   * Prepares a context.
   *
   * @param context a path or URL; {@code -} for standard input
   * @param dockerfile the Dockerfile's path as typed; empty for the default, {@code -} for standard
   *     input
   * @throws IOException in docker's words if the context or the Dockerfile does not exist
   */
  public BuildContext prepare(String context, String dockerfile, DownloadObserver observer)
      throws IOException {
    boolean fromInput = dockerfile.equals("-");
    if (fromInput && context.equals("-")) {
      throw new IOException(
          "invalid argument: can't use stdin for both build context and dockerfile");
    }
    LocalContext files;
    Closeable temporary = NOTHING;
    try {
      if (context.equals("-")) {
        return StreamContext.read(in, dockerfile, null, clock, NOTHING);
      }
      if (!context.isEmpty() && Files.exists(cwd.physical(context))) {
        files = local(context, dockerfile);
      } else if (GIT.matcher(context).matches()) {
        GitContext.Cloned cloned = GitContext.clone(context, dockerfile, env);
        files = cloned.files();
        temporary = cloned.directory();
      } else if (isHttp(context)) {
        return downloaded(context, dockerfile, observer);
      } else {
        throw new IOException("path " + GoQuote.quote(context) + " not found");
      }
    } catch (IOException e) {
      throw new IOException("unable to prepare context: " + e.getMessage(), e);
    }
    try {
      byte[] outside = null;
      if (files.isOutside()) {
        outside = LocalContext.readOutside(cwd, dockerfile);
      } else if (fromInput) {
        outside = in.readAllBytes();
      }
      return files.context(outside, clock, temporary);
    } catch (IOException e) {
      temporary.close();
      throw e;
    }
  }

  private LocalContext local(String context, String dockerfile) throws IOException {
    boolean named = !dockerfile.isEmpty() && !dockerfile.equals("-");
    String directory =
        absolute("context directory of given context directory " + GoQuote.quote(context), context);
    return LocalContext.find(
        directory, named ? absolute("path to Dockerfile", dockerfile) : dockerfile);
  }

  private String absolute(String what, String path) throws IOException {
    try {
      return cwd.lexical(path);
    } catch (IOException e) {
      throw new IOException("unable to get absolute " + what + ": " + e.getMessage(), e);
    }
  }

  private BuildContext downloaded(String url, String dockerfile, DownloadObserver observer)
      throws IOException {
    Download download;
    try {
      download = Download.open(url, this::options);
    } catch (IOException e) {
      throw new IOException("unable to download remote context " + url + ": " + e.getMessage(), e);
    }
    try {
      byte[] added = dockerfile.equals("-") ? in.readAllBytes() : null;
      InputStream content = observer.observe(download.content(), download.length());
      return StreamContext.read(content, dockerfile, added, clock, download);
    } catch (IOException e) {
      download.close();
      throw e;
    }
  }

  private EngineOptions options(EngineAddress.Tcp server, boolean tls) throws IOException {
    return new EngineOptions(
        userAgent,
        Map.of(),
        null,
        tls
            ? Optional.of(new Tls(SystemAuthorities.read(env), Optional.empty(), true))
            : Optional.empty(),
        ClientProxy.resolve(server, tls, env),
        Timeouts.USUAL,
        RequestLog.NONE,
        env);
  }
}
