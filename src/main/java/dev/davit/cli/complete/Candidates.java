package dev.davit.cli.complete;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The candidates for the word being typed. */
public record Candidates(List<Candidate> all, Names names) {
  /** Whether names of files or directories fit, too, which the shell completes. */
  public enum Names {
    NONE,
    FILES,
    FOLDERS
  }

  /** Control characters, which would end a line or affect the terminal. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  public static final Candidates NONE = new Candidates(List.of(), Names.NONE);
  public static final Candidates FILES = new Candidates(List.of(), Names.FILES);
  public static final Candidates FOLDERS = new Candidates(List.of(), Names.FOLDERS);

  public static Candidates of(Stream<Candidate> all) {
    return new Candidates(all.toList(), Names.NONE);
  }

  /** Returns candidates without descriptions. */
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

  /** Prepends the part of the word that is not completed to each candidate. */
  public Candidates behind(String prefix) {
    return new Candidates(
        all.stream().map(one -> new Candidate(prefix + one.word(), one.about())).toList(), names);
  }

  /** Appends a suffix to each candidate. */
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
   * The output for the scripts: a line for each candidate, with the word and, after a tab, its
   * description; then a directive: {@code :word} to add a blank after the word, {@code :open} to
   * add none, {@code :files} or {@code :folders} to complete names of files or directories, too,
   * after the last {@code =} of the word.
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
