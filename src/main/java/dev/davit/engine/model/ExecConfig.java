package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /containers/{id}/exec}. */
public final class ExecConfig {
  public @Nullable Boolean attachStdin;
  public @Nullable Boolean attachStdout;
  public @Nullable Boolean attachStderr;

  /** Height and width in characters; since API 1.42. */
  public @Nullable List<Integer> consoleSize;

  public @Nullable Boolean detach;
  public @Nullable String detachKeys;
  public @Nullable Boolean tty;
  public @Nullable List<String> env;
  public @Nullable List<String> cmd;
  public @Nullable Boolean privileged;
  public @Nullable String user;
  public @Nullable String workingDir;
}
