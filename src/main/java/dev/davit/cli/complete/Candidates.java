package dev.davit.cli.complete;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that the word being typed can become. */
public record Candidates(List<Candidate> all, Names names) {
  /** Whether names of files fit as well, which the shell knows to complete. */
  public enum Names {
    NONE,
    FILES,
    FOLDERS
  }

  /** What would end a line, or do something to the terminal that shows it. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  public static final Candidates NONE = new Candidates(List.of(), Names.NONE);
  public static final Candidates FILES = new Candidates(List.of(), Names.FILES);
  public static final Candidates FOLDERS = new Candidates(List.of(), Names.FOLDERS);

  public static Candidates of(Stream<Candidate> all) {
    return new Candidates(all.toList(), Names.NONE);
  }

  /** Words that need no explanation. */
  public static Candidates of(Collection<String> words) {
    return of(words.stream().map(word -> new Candidate(word, "")));
  }

  public static Candidates of(String... words) {
    return of(List.of(words));
  }

  public Candidates and(Candidates more) {
    List<Candidate> both = new ArrayList<>(all);
    both.addAll(more.all);
    return new Candidates(both, names == Names.NONE ? more.names : names);
  }

  /** The same words behind a part of the word that stands already. */
  public Candidates behind(String prefix) {
    return new Candidates(
        all.stream().map(one -> new Candidate(prefix + one.word(), one.about())).toList(), names);
  }

  /** The same words with something after each. */
  public Candidates followedBy(String suffix) {
    return new Candidates(
        all.stream().map(one -> new Candidate(one.word() + suffix, one.about())).toList(), names);
  }

  public Candidates without(Collection<String> words) {
    return only(one -> !words.contains(one.word()));
  }

  public Candidates startingWith(String typed) {
    return only(one -> one.word().startsWith(typed));
  }

  private Candidates only(Predicate<Candidate> such) {
    return new Candidates(all.stream().filter(such).toList(), names);
  }

  /**
   * What the scripts read: a line for each candidate, the word and, after a tab, what it is; then
   * one line that says what else to do: {@code :word} to put a blank after the word, {@code :open}
   * not to, {@code :files} or {@code :folders} to complete such names as well, after the last
   * {@code =} of the word.
   */
  public String text() {
    return all.stream()
            .filter(one -> !CONTROL.matcher(one.word()).find())
            .map(one -> one.word() + (one.about().isEmpty() ? "" : '\t' + oneLine(one.about())))
            .map(line -> line + '\n')
            .collect(Collectors.joining())
        + directive()
        + '\n';
  }

  private String directive() {
    return switch (names) {
      case FILES -> ":files";
      case FOLDERS -> ":folders";
      case NONE -> all.stream().anyMatch(Candidate::isOpen) ? ":open" : ":word";
    };
  }

  private static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }
}
