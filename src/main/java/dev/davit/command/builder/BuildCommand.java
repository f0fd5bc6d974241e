package dev.davit.command.builder;

import dev.davit.build.BuildContext;
import dev.davit.build.BuildKitSyntax;
import dev.davit.build.ContextSizes;
import dev.davit.build.ContextSource;
import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.cli.Version;
import dev.davit.cli.complete.Completer;
import dev.davit.cli.complete.Completers;
import dev.davit.cli.flags.Flag;
import dev.davit.cli.flags.FlagValues;
import dev.davit.command.shared.ContentTrust;
import dev.davit.engine.BuildOptions;
import dev.davit.engine.http.JsonStream;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.io.BodyWriter;
import dev.davit.progress.FailedRequest;
import dev.davit.progress.ProgressDisplay;
import dev.davit.progress.TransferProgress;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * {@code davit build}: builds an image with the classic builder of the engine. Mirrors
 * cli/command/image/build.go.
 */
public final class BuildCommand implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(1, "[OPTIONS] PATH | URL | -");
  }

  @Override
  public List<Flag<?>> flags() {
    return BuildFlags.ALL;
  }

  @Override
  public Completer argument(int place, FlagValues given) {
    return place == 0 ? Completers.DIRECTORY : Completers.NOTHING;
  }

  @Override
  public int run(CommandContext in) throws IOException {
    BuildOutput output = new BuildOutput(in.streams(), in.get(BuildFlags.QUIET));
    if (in.get(BuildFlags.CONTEXT_LIST)) {
      try (BuildContext context = prepare(in, output)) {
        return ContextTable.print(in, context);
      }
    }
    ContentTrust.refuse(in);
    IdFile idFile = IdFile.clear(in.app().cwd(), in.get(BuildFlags.IIDFILE));
    try (BuildContext context = prepare(in, output)) {
      check(in, context);
      idFile.write(output.end(build(in, context, output)));
    }
    return ExitCode.SUCCESS;
  }

  private static BuildContext prepare(CommandContext in, BuildOutput output) throws IOException {
    String context = in.args().getFirst();
    ContextSource source =
        new ContextSource(
            in.app().cwd(),
            in.streams().in(),
            in.app().env(),
            in.app().clock(),
            Version.userAgent(in.app().name()));
    try {
      return source.prepare(
          context,
          in.get(BuildFlags.FILE),
          (content, size) ->
              new TransferProgress(
                      output.progress(),
                      in.app().clock(),
                      "Downloading build context from remote url: " + context,
                      Math.max(size, 0),
                      false)
                  .counting(content));
    } catch (IOException e) {
      if (ContextSource.isHttp(context)) {
        output.showProgress();
      }
      throw e;
    }
  }

  /** Checks what can be checked before anything is sent. */
  private static void check(CommandContext in, BuildContext context) throws IOException {
    if (context.directory() != null) {
      ContextSizes sizes = new ContextSizes(false);
      context.directory().check(sizes);
      if (in.streams().errIsTerminal()) {
        ContextTable.warn(in, sizes);
      }
    }
    String dockerfile = context.source();
    Optional<String> feature =
        dockerfile == null ? Optional.empty() : BuildKitSyntax.find(dockerfile);
    if (feature.isPresent() && !in.engine().ping().isPodman()) {
      throw CommandException.refused(
          "Dockerfile "
              + feature.get()
              + " requires BuildKit, which the plugin buildx has"
              + " (https://docs.docker.com/go/buildx/)");
    }
  }

  /** Builds and returns the image's ID; empty if the engine does not send it. */
  private static String build(CommandContext in, BuildContext context, BuildOutput output)
      throws IOException {
    BuildOptions options = BuildFlags.options(in);
    options.dockerfile = context.dockerfile();
    BodyWriter archive =
        in.get(BuildFlags.COMPRESS) ? compressed(context.archive()) : context.archive();
    TransferProgress progress =
        new TransferProgress(
            output.progress(),
            in.app().clock(),
            "Sending build context to Docker daemon",
            0,
            !in.streams().outIsTerminal());
    StringBuilder id = new StringBuilder();
    BodyWriter body =
        out -> {
          archive.writeTo(progress.counting(out));
          progress.end();
        };
    try (JsonStream<ProgressMessage> messages =
        in.engine().imageBuilds().build(body, options, in.credentials().header())) {
      ProgressDisplay.on(output.build(), in.app().clock())
          .ofLines()
          .withAux(aux -> id.replace(0, id.length(), imageId(aux)))
          .show(messages);
      return id.toString();
    } catch (FailedRequest e) {
      output.showAll();
      throw new CommandException(
          String.valueOf(e.getMessage()), e.exitCode() == 0 ? ExitCode.FAILURE : e.exitCode(), e);
    } catch (IOException e) {
      output.showAll();
      throw e;
    }
  }

  private static BodyWriter compressed(BodyWriter archive) {
    return out -> {
      GZIPOutputStream gzip = new GZIPOutputStream(out);
      archive.writeTo(gzip);
      gzip.finish();
    };
  }

  private static String imageId(Object aux) {
    return aux instanceof Map<?, ?> fields && fields.get("ID") instanceof String id ? id : "";
  }
}
