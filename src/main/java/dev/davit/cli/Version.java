package dev.davit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What this build is called: from {@code version.properties}, which the build writes. */
public record Version(String number, String commit, String built) {
  /** The docker whose command line this is; scripts compare it when they call davit docker. */
  private static final String DOCKER = "28.2.2";

  /** Read once, for the native binary when it is built. */
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

  /** What {@code --version} prints; under the name docker in a form that its scripts can read. */
  static String line(String programName) {
    Version version = current();
    return programName.equals("docker")
        ? "Docker version " + DOCKER + ", build davit-" + version.number()
        : "davit version " + version.number() + ", build " + version.commit();
  }
}
