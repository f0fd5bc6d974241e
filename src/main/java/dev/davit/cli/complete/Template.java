package dev.davit.cli.complete;

import java.util.List;

/** Completes {@code --format}: words, and templates of fields. */
final class Template {
  private static final String TABLE = "table ";

  private Template() {}

  static Candidate field(String name, String about) {
    return new Candidate("{{." + name + "}}", about);
  }

  /** Completes the last field of a template, or begins a template. */
  static Candidates candidates(String typed, List<String> words, List<Candidate> fields) {
    Candidates all = Candidates.of(fields.stream());
    int open = typed.lastIndexOf("{{");
    if (open >= 0 && typed.indexOf("}}", open) < 0) {
      return all.behind(typed.substring(0, open));
    }
    if (typed.startsWith(TABLE)) {
      return typed.equals(TABLE) ? all.behind(TABLE) : Candidates.NONE;
    }
    return all.and(Candidates.of(words));
  }
}
