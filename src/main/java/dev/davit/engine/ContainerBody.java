package dev.davit.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.davit.engine.model.ContainerSpec;
import dev.davit.json.JsonBinding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads bodies of {@code POST /containers/create} into specs. */
public final class ContainerBody {
  private ContainerBody() {}

  /**
   * Reads a body; properties that the model lacks are kept.
   *
   * @throws IllegalArgumentException with the reason if the JSON is not such a body
   */
  public static ContainerSpec read(byte[] json) {
    try (JsonParser parser = JsonBinding.parser(json)) {
      ContainerSpec spec =
          parser.nextToken() == null
              ? null
              : JsonBinding.reader(ContainerSpec.class).readValue(parser);
      if (spec == null || parser.nextToken() != null) {
        throw new IllegalArgumentException("not one JSON object");
      }
      return spec;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          problem(JsonBinding.cause(e)) + " in line " + e.getLocation().getLineNr(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable String problem(IOException failure) {
    if (failure instanceof MismatchedInputException wrongType
        && wrongType.getTargetType() != null) {
      Class<?> type = wrongType.getTargetType();
      return "not a " + (List.class.isAssignableFrom(type) ? "List" : type.getSimpleName());
    }
    return failure instanceof JsonProcessingException e
        ? e.getOriginalMessage()
        : failure.getMessage();
  }

  /** Reads a body that is a tree of maps, lists, strings and numbers. */
  static ContainerSpec of(Map<String, ?> tree) throws IOException {
    return read(JsonBinding.write(tree));
  }
}
