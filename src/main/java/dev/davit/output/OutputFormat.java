package dev.davit.output;

import dev.davit.text.ControlBytes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The formats of {@code --output}. */
public enum OutputFormat {
  JSON,
  JSONL,
  YAML,
  CSV,
  TSV;

  /** The values of the flag, separated by blanks. */
  public static final String WORDS = "json jsonl yaml csv tsv";

  /** The values of the flag for single objects, separated by blanks. */
  public static final String OBJECT_WORDS = "json jsonl yaml";

  /**
   * Returns the format of a word.
   *
   * @throws IllegalArgumentException with the reason
   */
  public static OutputFormat parse(String word) {
    return switch (word) {
      case "json" -> JSON;
      case "jsonl" -> JSONL;
      case "yaml" -> YAML;
      case "csv" -> CSV;
      case "tsv" -> TSV;
      default -> throw new IllegalArgumentException("must be json, jsonl, yaml, csv or tsv");
    };
  }

  /** The value of the flag. */
  public String word() {
    return switch (this) {
      case JSON -> "json";
      case JSONL -> "jsonl";
      case YAML -> "yaml";
      case CSV -> "csv";
      case TSV -> "tsv";
    };
  }

  /** Whether the format is for lists of objects with the same fields. */
  public boolean isTable() {
    return this == CSV || this == TSV;
  }

  OutputWriter writer() {
    return switch (this) {
      case JSON -> new JsonArrayWriter();
      case JSONL -> new JsonLinesWriter();
      case YAML -> new YamlWriter();
      case CSV -> SeparatedWriter.csv();
      case TSV -> SeparatedWriter.tsv();
    };
  }

  /** Formats a single object. */
  public String text(Map<String, @Nullable Object> object) {
    return switch (this) {
      case JSON -> JsonValues.indented(object) + '\n';
      case JSONL -> JsonValues.compact(object) + '\n';
      case YAML -> Yaml.text(object);
      case CSV, TSV -> throw new IllegalArgumentException("a single object has no table");
    };
  }

  /** Escapes the control characters that a terminal would interpret. */
  String shown(String text) {
    return switch (this) {
      case JSON, JSONL -> ControlBytes.shownInJson(text);
      case YAML -> text;
      case CSV -> ControlBytes.shownInMessage(text); // lines end with CR LF
      case TSV -> ControlBytes.shown(text);
    };
  }
}
