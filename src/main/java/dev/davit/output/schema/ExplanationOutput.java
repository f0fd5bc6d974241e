package dev.davit.output.schema;

import dev.davit.diagnosis.Explanation;
import dev.davit.output.OutputField;
import dev.davit.output.OutputSchema;
import dev.davit.output.OutputType;
import java.util.List;

/** The output of {@code why} for programs. */
public final class ExplanationOutput {
  /** The fields of an explanation. */
  public static final OutputSchema<Explanation> SCHEMA =
      OutputSchema.list(
          "why",
          "The explanations of davit why, one object for each container.",
          List.of(
              new OutputField<>(
                  "id", OutputType.TEXT, "full container ID", each -> each.container().id()),
              new OutputField<>(
                  "name", OutputType.TEXT, "name", each -> each.container().plainName()),
              new OutputField<>(
                  "status",
                  OutputType.TEXT.orNull(),
                  "state, such as running or exited",
                  each -> Values.orNull(each.container().state().status())),
              new OutputField<>(
                  "exitCode",
                  OutputType.INTEGER,
                  "exit code; 0 of a container that has not exited",
                  each -> (long) each.container().state().exitCode()),
              new OutputField<>(
                  "cause",
                  OutputType.TEXT,
                  "cause in a word, such as out-of-memory",
                  each -> each.diagnosis().cause()),
              new OutputField<>(
                  "text", OutputType.TEXT, "cause in a sentence", each -> each.diagnosis().text()),
              new OutputField<>(
                  "advice",
                  OutputType.TEXT.orNull(),
                  "what to do",
                  each -> each.diagnosis().advice()),
              new OutputField<>(
                  "error",
                  OutputType.TEXT.orNull(),
                  "the engine's error of the last start",
                  each -> Values.orNull(each.container().state().error())),
              new OutputField<>(
                  "restarts",
                  OutputType.INTEGER,
                  "restarts by the restart policy",
                  each -> (long) each.container().restartCount()),
              new OutputField<>(
                  "logs",
                  OutputType.list(OutputType.TEXT),
                  "last lines of the logs",
                  Explanation::logs)));

  private ExplanationOutput() {}
}
