package dev.davit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build, from {@code version.properties}, which the build writes. */
public record Version(String number, String commit, String built) {
  /**
   * The docker version with the same command line; scripts compare it when they run davit as
   * docker.
   */
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

  /**
   * The output of {@code --version}; for a program named docker, in docker's form, which scripts
   * parse.
   */
  static String line(String programName) {
    Version version = current();
    return programName.equals("docker")
        ? "Docker version " + DOCKER + ", build davit-" + version.number()
        : "davit version " + version.number() + ", build " + version.commit();
  }
}
