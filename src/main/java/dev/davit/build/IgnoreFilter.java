package dev.davit.build;

import dev.davit.archive.FileWalk.Choice;
import dev.davit.archive.FileWalk.Filter;
import dev.davit.build.ContextDirectory.Observer;
import dev.davit.build.IgnoreRules.Match;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Chooses the files of a walk by the rules of {@code .dockerignore}. */
final class IgnoreFilter implements Filter {
  private final IgnoreRules rules;
  private final @Nullable Observer observer;

  /** The results for the directories above the current path, the nearest first. */
  private final Deque<Above> above = new ArrayDeque<>();

  private @Nullable IgnoreLine decisive;

  private record Above(String start, Match match) {}

  /**
   * @param observer receives each path that is ignored with all below it; null for none
   */
  IgnoreFilter(IgnoreRules rules, @Nullable Observer observer) {
    this.rules = rules;
    this.observer = observer;
  }

  @Override
  public Choice choose(String name) {
    while (!above.isEmpty() && !name.startsWith(above.peek().start())) {
      above.pop();
    }
    Match match = rules.match(name, above.isEmpty() ? null : above.peek().match());
    above.push(new Above(name + '/', match));
    decisive = match.decisive();
    if (!match.isIgnored() || match.decisive() == null) {
      return Choice.TAKE;
    }
    if (rules.excepts(name)) {
      return Choice.LOOK_BELOW;
    }
    leaveOut(name);
    return Choice.SKIP;
  }

  @Override
  public void leaveOut(String name) {
    if (observer != null && decisive != null) {
      observer.ignored(name, decisive);
    }
  }

  /** The line that decided about the last path; null if none matched. */
  @Nullable IgnoreLine decisive() {
    return decisive;
  }
}
