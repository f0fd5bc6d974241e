package dev.davit.output.schema;

import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The output of {@code port} for programs. */
public final class PortOutput {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

  /**
   * A published port.
   *
   * @param port the port in the container with its protocol: {@code 80/tcp}
   */
  public record Published(String port, @Nullable String hostIp, @Nullable String hostPort) {}

  /** The fields of a published port. */
  public static final OutputSchema<Published> SCHEMA =
      OutputSchema.list(
          "port",
          "The published ports of davit port.",
          List.of(
              new OutputField<>(
                  "ip",
                  OutputType.TEXT.orNull(),
                  "host address",
                  each -> Values.orNull(each.hostIp())),
              new OutputField<>(
                  "publicPort",
                  OutputType.INTEGER.orNull(),
                  "port on the host",
                  each -> number(each.hostPort())),
              new OutputField<>(
                  "privatePort",
                  OutputType.INTEGER.orNull(),
                  "port in the container",
                  each -> number(each.port().split("/", 2)[0])),
              new OutputField<>(
                  "protocol", OutputType.TEXT, "tcp, udp or sctp", each -> protocol(each.port()))));

  private PortOutput() {}

  private static @Nullable Long number(@Nullable String text) {
    return text != null && NUMBER.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  private static String protocol(String port) {
    int slash = port.indexOf('/');
    return slash < 0 ? "tcp" : port.substring(slash + 1);
  }
}
