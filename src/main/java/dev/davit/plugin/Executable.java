package dev.davit.plugin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts programs with Go's messages for failures. */
final class Executable {
  private static final int HEAD = 64;

  private Executable() {}

  /** Returns a process builder with exactly this environment. */
  static ProcessBuilder command(Path file, List<String> arguments, Map<String, String> env) {
    List<String> command = new ArrayList<>();
    command.add(file.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(env);
    return builder;
  }

  /**
   * Starts a process.
   *
   * @throws IOException in Go's words
   */
  static Process start(ProcessBuilder builder) throws IOException {
    String file = builder.command().getFirst();
    if (lacksInterpreter(Path.of(file))) {
      throw new IOException(failure(file, "exec format error"));
    }
    try {
      return builder.start();
    } catch (IOException e) {
      Matcher number = Pattern.compile("error[=:] ?(\\d+)").matcher(String.valueOf(e.getMessage()));
      throw number.find() ? new IOException(failure(file, reason(number.group(1), e)), e) : e;
    }
  }

  private static String failure(String file, String reason) {
    return "fork/exec " + file + ": " + reason;
  }

  private static String reason(String number, IOException e) {
    return switch (number) {
      case "2" -> "no such file or directory";
      case "7" -> "argument list too long";
      case "8" -> "exec format error";
      case "13" -> "permission denied";
      case "26" -> "text file busy";
      default -> String.valueOf(e.getMessage());
    };
  }

  /**
   * Whether a file that may be executed is text that names no interpreter, or empty: the system
   * refuses it, as do programs in Go, but Java would pass it to a shell.
   */
  private static boolean lacksInterpreter(Path file) {
    if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), ISO_8859_1);
      return !head.startsWith("#!") && head.indexOf('\0') < 0;
    } catch (IOException e) {
      return false; // a program may be executable without being readable
    }
  }
}
