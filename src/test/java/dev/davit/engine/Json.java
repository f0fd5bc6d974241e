package dev.davit.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.davit.json.JsonBinding;

/** Gives tests of other packages access to davit's ObjectMapper. */
public final class Json {
  /** The shared mapper. */
  public static final ObjectMapper MAPPER = JsonBinding.MAPPER;

  private Json() {}
}
