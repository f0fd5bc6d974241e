package dev.davit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** The version of this build, from {@code version.properties}, which the build writes. */
public record Version(String number, String commit, String built) {
  /** The version of docker that has the same command line. */
  private static final String DOCKER = "28.2.2";

  /** The version, read once; in the native binary, at build time. */
  private static final Version CURRENT = read();

  public static Version current() {
    return CURRENT;
  }

  private static Version read() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/dev/davit/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Version(
        properties.getProperty("version", "unknown"),
        properties.getProperty("commit", "unknown"),
        properties.getProperty("built", "unknown"));
  }

  /** The number that scripts compare: davit's version, or docker's for a program named docker. */
  public static String number(String programName) {
    return programName.equals("docker") ? DOCKER : current().number();
  }

  /** The output of {@code --version}; for a program named docker, in docker's form. */
  static String line(String programName) {
    Version version = current();
    return programName.equals("docker")
        ? "Docker version " + DOCKER + ", build davit-" + version.number()
        : "davit version " + version.number() + ", build " + version.commit();
  }

  /**
   * The {@code User-Agent} of requests, which proxies and audit logs know; for a program named
   * docker, docker's.
   */
  public static String userAgent(String programName) {
    String product = programName.equals("docker") ? "Docker-Client/" : "davit/";
    return product + number(programName) + " (" + os() + ")";
  }

  /** The client's operating system, by Go's name: {@code linux}, {@code darwin}. */
  public static String os() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
  }
}
