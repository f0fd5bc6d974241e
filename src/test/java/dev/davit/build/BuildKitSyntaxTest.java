package dev.davit.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Checks which instructions are refused, by Dockerfiles and what is found in each. */
final class BuildKitSyntaxTest {
  private record Case(String dockerfile, String found) {}

  private static final Stream<Case> CASES =
      Stream.of(
          new Case("", ""),
          new Case("FROM a\nRUN true\nCOPY a b", ""),
          // mounts
          new Case("FROM a\nRUN --mount=type=cache,target=/x true\n", "line 2: RUN --mount"),
          new Case("FROM a\r\nRUN --mount=type=cache true\r\n", "line 2: RUN --mount"),
          new Case("FROM a\n  run --network=none --mount=x true", "line 2: RUN --mount"),
          new Case("FROM a\nRUN --network=none true", ""),
          new Case("FROM a\nRUN echo --mount=x", ""),
          new Case("FROM a\n# RUN --mount=x true", ""),
          new Case("FROM a\nONBUILD RUN --mount=x true", ""),
          // continued lines
          new Case("FROM a\nRUN \\\n# comment\n\n  --mount=x true", "line 2: RUN --mount"),
          new Case("FROM a\nRUN echo \\\nRUN --mount=x true", ""),
          new Case("# escape=`\nFROM a\nRUN `\n--mount=x true", "line 3: RUN --mount"),
          new Case("# Escape = ` \nFROM a\nRUN c:\\\nRUN --mount=x y", "line 4: RUN --mount"),
          new Case("# syntax=x\n# escape=`\nRUN `\n--mount=x true", "line 3: RUN --mount"),
          new Case("# comment\n# escape=`\nRUN x `\nRUN --mount=x y", "line 4: RUN --mount"),
          // heredocs
          new Case("FROM a\nRUN <<EOF\ntrue\nEOF\n", "line 2: RUN with a heredoc"),
          new Case("copy <<-\"END\" /f\nx\n\tEND\n", "line 1: COPY with a heredoc"),
          new Case("ADD a <<'x_1' /f\nx_1", "line 1: ADD with a heredoc"),
          new Case("RUN cat <<EOF >f && \\\n true\nEOF", "line 1: RUN with a heredoc"),
          new Case("RUN cat <<EOF", ""),
          new Case("RUN cat <<EOF\nEOF2", ""),
          new Case("RUN cat <<'EOF\nEOF", ""),
          new Case("RUN cat <<<EOF\nEOF", ""),
          new Case("RUN echo $((1 << 2))\n2", ""),
          new Case("RUN echo $((1 <<x))\nx", ""),
          new Case("ENV a <<EOF\nEOF", ""));

  @TestFactory
  Stream<DynamicTest> cases() {
    return CASES.map(
        each ->
            DynamicTest.dynamicTest(
                each.dockerfile.lines().toList().toString(),
                () -> assertEquals(each.found, BuildKitSyntax.find(each.dockerfile).orElse(""))));
  }
}
