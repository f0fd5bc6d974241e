package dev.davit.command.replace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.cli.CommandContext;
import dev.davit.cli.CommandException;
import dev.davit.command.removal.Protection;
import dev.davit.command.selection.ContainerChange;
import dev.davit.command.shared.CreateOptions;
import dev.davit.command.shared.RunFailure;
import dev.davit.command.shared.WaitFlags;
import dev.davit.create.ContainerDescriptions;
import dev.davit.engine.Engine;
import dev.davit.engine.http.EngineException;
import dev.davit.engine.model.ContainerDetails;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.json.JsonBinding;
import dev.davit.replace.Plan;
import dev.davit.replace.Replacement;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The container that has the name of a new one, by {@code --replace}. It is put aside while the new
 * one is created, removed when that has started, and put back if that fails.
 */
public final class Predecessor implements AutoCloseable {
  /** The label with a hash of the request and the image, which {@code changed} compares. */
  private static final String HASH = ContainerDescriptions.OWN_LABELS + "replace.hash";

  private final CommandContext in;
  private final CreateOptions request;
  private final @Nullable ContainerDetails same;
  private final @Nullable Replacement replacement;
  private final String name;

  private Predecessor(
      CommandContext in,
      CreateOptions request,
      @Nullable ContainerDetails same,
      @Nullable Replacement replacement) {
    this.in = in;
    this.request = request;
    this.same = same;
    this.replacement = replacement;
    this.name = nameOf(request.spec());
  }

  /**
   * Checks the flag, without a request to the engine.
   *
   * @throws CommandException if the container to create has no name
   */
  public static void check(CommandContext in, ContainerSpec spec) {
    if (in.get(ReplaceFlag.REPLACE) != ReplaceFlag.NEVER && nameOf(spec).isEmpty()) {
      throw RunFailure.of(in, "--replace needs --name");
    }
  }

  /**
   * Looks for the container that a new one replaces, after an interrupted replacement of it was
   * finished or undone. Without {@code --replace}, no request is sent.
   *
   * @param starts whether the new container is started
   * @throws CommandException if it is protected
   */
  public static Predecessor of(CommandContext in, CreateOptions request, boolean starts)
      throws IOException {
    ReplaceFlag when = in.get(ReplaceFlag.REPLACE);
    if (when == ReplaceFlag.NEVER) {
      return new Predecessor(in, request, null, null);
    }
    Engine engine = in.engine();
    String name = nameOf(request.spec());
    new Interrupted(in, in.get(WaitFlags.WAIT_TIMEOUT)).recover(name);
    CreateOptions all = when == ReplaceFlag.CHANGED ? withHash(request) : request;
    ContainerDetails old = inspect(engine, name);
    if (old == null || when == ReplaceFlag.EXITED && old.isAlive()) {
      return new Predecessor(in, all, null, null);
    }
    if (when == ReplaceFlag.CHANGED && hash(old.config().labels()).equals(hash(all.spec()))) {
      return new Predecessor(in, all, old, null);
    }
    Protection protection = Protection.of(in);
    if (protection.needsObjects()) {
      ContainerChange.require(in, protection, name);
    }
    Plan plan = new Plan(old.id(), name, name, old.isAlive(), starts, null, null, false);
    return new Predecessor(in, all, null, new Replacement(engine, plan, true));
  }

  private static String nameOf(ContainerSpec spec) {
    return Objects.requireNonNullElse(spec.name, "");
  }

  private static @Nullable ContainerDetails inspect(Engine engine, String name) throws IOException {
    try {
      ContainerDetails found = engine.containers().inspect(name);
      return found.plainName().equals(name)
          ? found
          : null; // the engine also finds an ID that begins with the name
    } catch (EngineException e) {
      if (e.isNotFound()) {
        return null;
      }
      throw e;
    }
  }

  /** Provides the image, and adds the hash of the request and of the image's ID as a label. */
  private static CreateOptions withHash(CreateOptions request) throws IOException {
    String image = request.provideImage();
    ContainerSpec spec = request.spec();
    MessageDigest hash;
    try {
      hash = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    hash.update(JsonBinding.write(spec));
    hash.update(
        ('\0' + Objects.requireNonNullElse(spec.platform, "") + '\0' + image).getBytes(UTF_8));
    Map<String, String> labels = new LinkedHashMap<>();
    if (spec.config.labels != null) {
      labels.putAll(spec.config.labels);
    }
    labels.put(HASH, HexFormat.of().formatHex(hash.digest()));
    spec.config.labels = labels;
    return request.withImage();
  }

  private static String hash(ContainerSpec spec) {
    return hash(spec.config.labels);
  }

  private static String hash(@Nullable Map<String, String> labels) {
    return labels == null ? "" : labels.getOrDefault(HASH, "");
  }

  /** The container that is used as it is, as the request would create the same one; else null. */
  public @Nullable ContainerDetails same() {
    return same;
  }

  /** Creates the new container, and puts the old one aside; returns the new one's ID. */
  public String create() throws IOException {
    if (replacement == null) {
      return request.create();
    }
    String id = replacement.create(request.spec(), request::create);
    replacement.exchange();
    return id;
  }

  /** Starts the new container. */
  public void start(String id) throws IOException {
    if (replacement == null) {
      in.engine().containers().start(id);
    } else {
      replacement.start();
    }
  }

  /** Whether there is an old container, which the new one is to replace. */
  public boolean exists() {
    return replacement != null;
  }

  /** Removes the old container: the new one is as it should be. */
  public void finish() throws IOException {
    if (replacement != null) {
      replacement.finish();
    }
  }

  /** Puts the old container back and reports that, unless it was removed. */
  @Override
  public void close() throws IOException {
    if (replacement == null) {
      return;
    }
    replacement.close();
    if (replacement.isUndone()) {
      in.streams().error("container " + name + " was put back");
    }
  }
}
