package dev.davit.output.schema;

import dev.davit.engine.model.ImageSearchResult;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import java.util.List;

/** The output of {@code search} for programs. */
public final class SearchOutput {
  /** The fields of a repository. */
  public static final OutputSchema<ImageSearchResult> SCHEMA =
      OutputSchema.list(
          "search",
          "The repositories of davit search.",
          List.of(
              new OutputField<>("name", OutputType.TEXT, "repository", ImageSearchResult::name),
              new OutputField<>(
                  "description", OutputType.TEXT, "description", ImageSearchResult::description),
              new OutputField<>("stars", OutputType.INTEGER, "stars", ImageSearchResult::stars),
              new OutputField<>(
                  "official",
                  OutputType.BOOLEAN,
                  "whether Docker maintains the repository",
                  ImageSearchResult::official)));

  private SearchOutput() {}
}
