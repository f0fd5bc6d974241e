package dev.davit.command.image;

import dev.davit.cli.Command;
import dev.davit.cli.CommandContext;
import dev.davit.cli.ExitCode;
import dev.davit.cli.Usage;
import dev.davit.command.shared.InParallel;
import dev.davit.command.shared.InParallel.Pending;
import dev.davit.engine.Images;
import dev.davit.engine.Images.ListOptions;
import dev.davit.engine.http.ApiResponse;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ImageDetails;
import dev.davit.engine.model.ImageSummary;
import dev.davit.engine.model.ProgressMessage;
import dev.davit.format.Units;
import dev.davit.opts.ImageRef;
import dev.davit.progress.FailedRequest;
import dev.davit.progress.ProgressDisplay;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@code image cp} that runs on each target: loads an image with the layers that the
 * engine lacks, and tags it.
 *
 * @param image the image on the source
 * @param archive the saved image
 * @param name the name on the target; null for an image without a name
 * @param renamed whether the archive does not have the name
 * @param counted counts what is sent
 */
record ImageReceiver(
    ImageDetails image,
    SavedImage archive,
    @Nullable ImageRef name,
    boolean renamed,
    boolean quiet,
    UnaryOperator<OutputStream> counted)
    implements Command {
  @Override
  public Usage usage() {
    return Usage.exactly(0, "");
  }

  @Override
  public int run(CommandContext in) throws IOException {
    Images images = in.engine().images();
    String id = Objects.requireNonNullElse(image.id(), "");
    if (find(images, id) != null) {
      tag(images, id);
      report(in, "all layers exist already");
      return ExitCode.SUCCESS;
    }
    int existing = archive.count() == image.layers().size() ? existing(images) : 0;
    long sent;
    try {
      sent = load(in, existing);
    } catch (EngineException | FailedRequest e) {
      if (existing == 0) {
        throw e;
      }
      in.streams().error("the engine cannot load a part of an image; sending all layers");
      existing = 0;
      sent = load(in, 0);
    }
    if (find(images, id) != null) {
      tag(images, id);
    } else if (renamed) {
      throw new IOException(
          "the engine has loaded the image under another ID, without a name: omit --as");
    }
    int count = image.layers().size();
    report(in, count - existing + " of " + count + " layers sent, " + Units.decimal(sent, 4));
    return ExitCode.SUCCESS;
  }

  private void report(CommandContext in, String text) throws IOException {
    if (!quiet) {
      String shown = name == null ? Objects.requireNonNullElse(image.id(), "") : name.familiar();
      in.streams().println(shown + ": " + text);
    }
  }

  private void tag(Images images, String id) throws IOException {
    if (name != null) {
      images.tag(id, name.name(), name.tag());
    }
  }

  private static @Nullable ImageDetails find(Images images, String id) throws IOException {
    try {
      return images.inspect(id, null);
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return null;
      }
      throw e;
    }
  }

  /** Returns the number of layers, from the lowest one, that an image of the engine has, too. */
  private int existing(Images images) throws IOException {
    List<String> ids =
        images.list(ListOptions.DEFAULT).stream().map(ImageSummary::id).distinct().toList();
    int most = 0;
    for (Pending<Integer> each : InParallel.start(ids, id -> common(find(images, id)))) {
      most = Math.max(most, each.get());
    }
    return most;
  }

  private int common(@Nullable ImageDetails other) {
    return other == null ? 0 : common(image.layers(), other.layers());
  }

  private static int common(List<String> layers, List<String> others) {
    int count = 0;
    while (count < Math.min(layers.size(), others.size())
        && layers.get(count).equals(others.get(count))) {
      count++;
    }
    return count;
  }

  /** Loads the image without its lowest layers; returns the size of the layers that were sent. */
  private long load(CommandContext in, int without) throws IOException {
    AtomicLong size = new AtomicLong();
    try (ApiResponse answer =
        in.engine()
            .imageArchives()
            .load(out -> size.set(archive.writeTo(counted.apply(out), without)), true, List.of())) {
      if ("application/json".equals(answer.header("Content-Type"))) {
        ProgressDisplay.on(null, in.app().clock()).show(answer.jsonStream(ProgressMessage.class));
      } else {
        answer.body().transferTo(OutputStream.nullOutputStream());
      }
    }
    return size.get();
  }
}
