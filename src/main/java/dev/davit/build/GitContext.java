package dev.davit.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.io.Cleanup;
import dev.davit.io.Directories;
import dev.davit.io.FileError;
import dev.davit.io.ProgramPath;
import dev.davit.text.GoCase;
import java.io.Closeable;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A context in a git repository, which the system's git clones without history. Git runs no hooks,
 * and takes no directory of the client as a repository. Mirrors moby's builder/remotecontext/git.
 */
final class GitContext implements Closeable {
  private static final Pattern TRANSPORT = Pattern.compile("(?i)(git@|(git|https?|ssh):).*");

  /** A server whose name git would take for an option of ssh. */
  private static final Pattern OPTION = Pattern.compile("(git@|[a-zA-Z]+://([^/]*@)?)-.*");

  /** The variables by which git would work on a repository of the client. */
  private static final Set<String> REPOSITORY =
      Set.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_COMMON_DIR",
          "GIT_NAMESPACE");

  private final Path program;
  private final Map<String, String> env;
  private final Path root;
  private final Cleanup cleanup = new Cleanup(this::end);
  private volatile @Nullable Process running;

  private GitContext(Path program, Map<String, String> env, Path root) {
    this.program = program;
    this.env = env;
    this.root = root;
  }

  /**
   * Clones a repository.
   *
   * @param address the URL, then {@code #REF:DIRECTORY}
   * @param dockerfile the path of the Dockerfile in the directory, as for {@link LocalContext#find}
   * @throws IOException in docker's words if git fails or a path does not exist
   */
  static Cloned clone(String address, String dockerfile, Map<String, String> env)
      throws IOException {
    Path program = ProgramPath.find("git", env);
    if (program == null) {
      throw new IOException(
          "unable to find 'git': exec: \"git\": executable file not found in $PATH");
    }
    Path root = Files.createTempDirectory(Directories.temporary(env), "docker-build-git");
    GitContext git = new GitContext(program, env, root);
    boolean isCloned = false;
    try {
      String directory = git.clone(address);
      LocalContext files = LocalContext.find(directory, dockerfile);
      if (files.isOutside()) {
        throw new IOException(
            "the Dockerfile (" + dockerfile + ") must be within the build context");
      }
      isCloned = true;
      return new Cloned(files, git);
    } finally {
      if (!isCloned) {
        git.close();
      }
    }
  }

  /** The files of a repository; closing {@code directory} removes them. */
  record Cloned(LocalContext files, Closeable directory) {}

  private String clone(String address) throws IOException {
    try {
      int hash = address.indexOf('#');
      String remote = hash < 0 ? address : address.substring(0, hash);
      String fragment = hash < 0 ? "" : decoded(address.substring(hash + 1));
      int colon = fragment.indexOf(':');
      String ref = colon < 0 ? fragment : fragment.substring(0, colon);
      fetch(
          TRANSPORT.matcher(remote).matches() ? remote : "https://" + remote,
          ref.isEmpty() ? "master" : ref);
      return directory(colon < 0 ? "" : fragment.substring(colon + 1));
    } catch (IOException e) {
      throw new IOException(
          "unable to 'git clone' to temporary context directory: " + e.getMessage(), e);
    }
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return fragment;
    }
  }

  private void fetch(String remote, String ref) throws IOException {
    if (ref.startsWith("-")) {
      throw new IOException("invalid refspec: " + ref);
    }
    if (OPTION.matcher(remote).matches()) {
      throw new IOException("invalid address: the name of a server cannot begin with a dash");
    }
    run("failed to init repo at " + root + ": ", "init");
    run("failed add origin repo at " + remote + ": ", "remote", "add", "origin", remote);
    try {
      run("error fetching: ", "fetch", "--depth", "1", "origin", "--", ref);
    } catch (IOException e) {
      fetchWhole(remote, ref, e);
    }
    try {
      run("error checking out " + ref + ": ", "checkout", ref);
    } catch (IOException e) {
      try {
        run("", "checkout", "FETCH_HEAD");
      } catch (IOException alsoFailed) {
        throw e;
      }
    }
    run(
        "error initializing submodules: ",
        "submodule",
        "update",
        "--init",
        "--recursive",
        "--depth=1");
  }

  /** Fetches with all history, which a web server without git's protocol requires. */
  private void fetchWhole(String remote, String ref, IOException refused) throws IOException {
    try {
      if (GoCase.lower(remote).startsWith("http")) {
        run("", "fetch", "origin", "--", ref);
        return;
      }
    } catch (IOException e) {
      refused.addSuppressed(e);
    }
    throw refused;
  }

  /** Returns the directory in the repository that is the context. */
  private String directory(String below) throws IOException {
    if (below.isEmpty()) {
      return root.toString();
    }
    Path directory;
    try {
      directory = root.resolve(below.replaceFirst("^/+", "")).toRealPath();
    } catch (IOException e) {
      throw new FileError("stat", root + "/" + below, e);
    }
    if (!directory.startsWith(root.toRealPath())) {
      throw new IOException("error setting git context, \"" + below + "\" not within git root");
    }
    if (!Files.isDirectory(directory)) {
      throw new IOException("error setting git context, not a directory: " + directory);
    }
    return directory.toString();
  }

  private void run(String failure, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-c",
                "protocol.file.allow=never",
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "core.fsmonitor=false"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(env);
    builder.environment().put("GIT_PROTOCOL_FROM_USER", "0");
    builder.environment().keySet().removeAll(REPOSITORY);
    Process process = builder.start();
    running = process;
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException(failure + output + ": exit status " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroy();
    }
  }

  /** Ends git if a signal ends this process, and removes the clone. */
  private void end() {
    Process process = running;
    if (process != null && process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process
          .destroyForcibly()
          .onExit()
          .orTimeout(1, TimeUnit.SECONDS)
          .exceptionally(e -> process)
          .join();
    }
    try {
      Directories.remove(root);
    } catch (IOException e) {
      // the files are in a directory for temporary files
    }
  }

  @Override
  public void close() {
    end();
    cleanup.close();
  }
}
