package dev.davit.cli.complete;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The candidates for the word being typed.
 *
 * @param directives how the shell completes names of files; without one it completes them if no
 *     candidate fits
 */
public record Candidates(List<Candidate> all, Set<Directive> directives) {
  /** Control characters, which would end a line or affect the terminal. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  public static final Candidates NONE = of(List.of());
  public static final Candidates FILES = new Candidates(List.of(), Set.of());
  public static final Candidates DIRECTORIES =
      new Candidates(List.of(), Set.of(Directive.FILTER_DIRS));

  /** The engine did not answer, and nothing else fits. */
  public static final Candidates FAILED = new Candidates(List.of(), Set.of(Directive.ERROR));

  public static Candidates of(Stream<Candidate> all) {
    return new Candidates(all.toList(), Set.of(Directive.NO_FILE_COMP));
  }

  /** Returns candidates without descriptions. */
  public static Candidates of(Collection<String> words) {
    return of(words.stream().map(word -> new Candidate(word, "")));
  }

  public static Candidates of(String... words) {
    return of(List.of(words));
  }

  /** Adds candidates; names of files fit if they fit either. */
  public Candidates and(Candidates more) {
    List<Candidate> both = new ArrayList<>(all);
    both.addAll(more.all);
    Set<Directive> common = EnumSet.noneOf(Directive.class);
    common.addAll(directives);
    common.retainAll(more.directives);
    return new Candidates(both, common);
  }

  /** Prepends the part of the word that is not completed to each candidate. */
  public Candidates behind(String prefix) {
    return words(word -> prefix + word);
  }

  /** Appends a suffix to each candidate. */
  public Candidates followedBy(String suffix) {
    return words(word -> word + suffix);
  }

  /** Removes the first characters of each candidate. */
  public Candidates from(int begin) {
    return words(word -> word.substring(begin));
  }

  private Candidates words(UnaryOperator<String> change) {
    return new Candidates(
        all.stream().map(one -> new Candidate(change.apply(one.word()), one.about())).toList(),
        directives);
  }

  public Candidates without(Collection<String> words) {
    return only(one -> !words.contains(one.word()));
  }

  public Candidates startingWith(String typed) {
    return only(one -> one.word().startsWith(typed));
  }

  private Candidates only(Predicate<Candidate> such) {
    return new Candidates(all.stream().filter(such).toList(), directives);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * The output for completion scripts, as cobra prints it: a line for each candidate, with the word
   * and, after a tab, its description; then a colon and the sum of the directives.
   *
   * @param described whether to print descriptions
   */
  public String text(boolean described) {
    StringBuilder out = new StringBuilder();
    for (Candidate one : all) {
      if (CONTROL.matcher(one.word()).find()) {
        continue;
      }
      out.append(one.word());
      if (described && !one.about().isEmpty()) {
        out.append('\t').append(CONTROL.matcher(one.about()).replaceAll(" "));
      }
      out.append('\n');
    }
    return out.append(':').append(Directive.sum(ending())).append('\n').toString();
  }

  /** The line that cobra prints to standard error. */
  public String summary() {
    return "Completion ended with directive: " + Directive.names(ending());
  }

  private Set<Directive> ending() {
    Set<Directive> ending = EnumSet.noneOf(Directive.class);
    ending.addAll(directives);
    if (all.stream().anyMatch(Candidate::isOpen)) {
      ending.add(Directive.NO_SPACE);
    }
    return ending;
  }
}
