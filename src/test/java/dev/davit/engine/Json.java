package dev.davit.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.davit.json.JsonBinding;

/** davit's ObjectMapper, for tests of other packages. */
public final class Json {
  /** The one mapper. */
  public static final ObjectMapper MAPPER = JsonBinding.MAPPER;

  private Json() {}
}
