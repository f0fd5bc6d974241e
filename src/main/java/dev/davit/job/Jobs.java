package dev.davit.job;

import dev.davit.engine.Swarm;
import dev.davit.engine.model.SwarmService;
import dev.davit.opts.Filters;
import dev.davit.opts.NameGlob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The jobs of a swarm. */
public final class Jobs {
  private Jobs() {}

  /**
   * Lists the jobs.
   *
   * @param filters conditions {@code KEY=VALUE} in addition to the label of jobs
   */
  public static List<Job> list(Swarm swarm, List<String> filters) throws IOException {
    List<String> all = new ArrayList<>(filters);
    all.add("label=" + Job.LABEL);
    String json = Objects.requireNonNull(Filters.toJson(all));
    return swarm.services(json).stream().map(Job::new).toList();
  }

  /**
   * Finds jobs by their names, IDs, or patterns of names; each once.
   *
   * @param words the names as typed; unique beginnings of IDs are accepted
   * @param errors gets a line for each word without a job
   */
  public static List<Job> find(Swarm swarm, List<String> words, List<String> errors)
      throws IOException {
    List<Job> all = list(swarm, List.of());
    Set<Job> found = new LinkedHashSet<>();
    for (String word : words) {
      List<Job> matching = matching(all, word);
      if (matching.isEmpty()) {
        errors.add("no such job: " + word);
      } else if (matching.size() > 1 && !NameGlob.isPattern(word)) {
        errors.add("several jobs have an ID that begins with " + word);
      } else {
        found.addAll(matching);
      }
    }
    return List.copyOf(found);
  }

  /**
   * Returns the only job of a name or ID.
   *
   * @throws IOException if no job or several jobs match
   */
  public static Job one(Swarm swarm, String word) throws IOException {
    List<String> errors = new ArrayList<>();
    List<Job> found = find(swarm, List.of(word), errors);
    if (found.size() != 1) {
      throw new IOException(
          errors.isEmpty() ? "\"" + word + "\" matches several jobs" : errors.getFirst());
    }
    return found.getFirst();
  }

  private static List<Job> matching(List<Job> all, String word) {
    List<Job> named = all.stream().filter(job -> is(job.service(), word)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    if (NameGlob.isPattern(word)) {
      NameGlob glob = NameGlob.parse(word);
      return all.stream().filter(job -> glob.matches(job.name())).toList();
    }
    return word.isEmpty()
        ? List.of()
        : all.stream().filter(job -> job.id().startsWith(word)).toList();
  }

  private static boolean is(SwarmService service, String word) {
    return service.name().equals(word) || service.id().equals(word);
  }
}
