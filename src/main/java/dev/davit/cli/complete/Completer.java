package dev.davit.cli.complete;

import dev.davit.format.Column;
import dev.davit.format.Listing;
import dev.davit.resource.ObjectKind;
import java.util.List;
import java.util.function.Supplier;

/** Completes the value of a flag or an argument. */
public interface Completer {
  /** Returns at least all candidates that begin with {@link Typing#word}. */
  Candidates candidates(Typing typing);

  /** Completes fixed words, separated by blanks. */
  static Completer words(String words) {
    return typing -> Candidates.of(FlagWords.words(words));
  }

  /** Completes the names of all objects of a kind. */
  static Completer names(ObjectKind kind) {
    return typing -> typing.engine().names(kind);
  }

  /** Completes {@code --format} of a list: words, or a template of its columns. */
  static <T> Completer format(String words, Supplier<Listing<T>> listing) {
    return typing ->
        Template.candidates(
            typing.word(),
            FlagWords.words(words),
            listing.get().columns().stream()
                .map((Column<T> one) -> Template.field(one.name(), one.header()))
                .toList());
  }

  /** Completes {@code --format} of objects: {@code json}, or a template of these fields. */
  static Completer objectFormat(String fields) {
    List<String> names = FlagWords.words(fields);
    return typing ->
        Template.candidates(
            typing.word(),
            List.of("json"),
            names.stream().map(name -> Template.field(name, "")).toList());
  }
}
