package dev.davit.command.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.flags.CommonFlags;
import dev.davit.cli.flags.Flag;
import dev.davit.command.shared.InspectRunner;
import dev.davit.engine.EngineSystem;
import dev.davit.engine.Ping;
import dev.davit.gotypes.Fields;
import dev.davit.template.JsonWriter;
import dev.davit.template.Template;
import dev.davit.template.TemplateException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code davit ping}: checks that the engine responds, and measures the time. docker-py has this
 * command, docker does not.
 */
public final class PingCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(0, "[OPTIONS]");
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(CommonFlags.OBJECT_FORMAT);
  }

  /** Sends two requests and times the second one, as the first includes connecting. */
  @Override
  public int run(CommandContext in) throws IOException {
    EngineSystem system = in.engine().system();
    system.ping();
    long begin = System.nanoTime();
    Ping ping = system.ping();
    double milliseconds = Math.round((System.nanoTime() - begin) / 1e3) / 1e3;

    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("Host", in.engine().address().toString());
    all.put("ApiVersion", ping.apiVersion().map(Object::toString).orElse(""));
    all.put("OsType", ping.osType().orElse(""));
    all.put("Experimental", ping.experimental());
    all.put("Milliseconds", milliseconds);
    String format = in.get(CommonFlags.OBJECT_FORMAT);
    if (format.isEmpty()) {
      in.streams()
          .printSent(
              all.get("Host") + ": API " + all.get("ApiVersion") + ", " + milliseconds + " ms\n");
    } else {
      print(in, format, new Fields("ping", all));
    }
    return ExitCode.SUCCESS;
  }

  private static void print(CommandContext in, String format, Fields ping) throws IOException {
    StringBuilder out = new StringBuilder();
    if (format.equals("json")) {
      JsonWriter.writeHtmlSafe(ping, out);
      in.streams().printSentJson(out.append('\n').toString().getBytes(UTF_8));
      return;
    }
    try {
      Template.parse(format).on(in.streams()::outIsTerminal).execute(ping, out);
    } catch (TemplateException e) {
      throw new CommandException(InspectRunner.misfit(e), ExitCode.BAD_TEMPLATE, e);
    }
    in.streams().print(out.append('\n'));
  }
}
