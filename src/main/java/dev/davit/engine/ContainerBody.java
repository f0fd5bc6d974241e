package dev.davit.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.davit.engine.model.ContainerSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

/** The body of {@code POST /containers/create}, read back into a spec. */
public final class ContainerBody {
  private ContainerBody() {}

  /**
   * Reads a body; properties that the model has no name for are kept.
   *
   * @throws IllegalArgumentException with the reason where it is none
   */
  public static ContainerSpec read(byte[] json) {
    try (JsonReader reader = new JsonReader(new ByteArrayInputStream(json))) {
      Object spec = reader.next() ? reader.read(ContainerSpec.class) : null;
      if (spec == null || reader.next()) {
        throw new IllegalArgumentException("not one JSON object");
      }
      return (ContainerSpec) spec;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          e.getOriginalMessage() + " in line " + e.getLocation().getLineNr(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The same of a body that is a tree of maps, lists, texts and numbers. */
  static ContainerSpec of(Map<String, ?> tree) throws IOException {
    return read(JsonBody.of(tree));
  }
}
