package dev.davit.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.davit.engine.Json;
import dev.davit.engine.model.SwarmService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A job as the swarm returns it, and the bodies that change it. */
final class JobTest {
  private static Job job(String total, String policy, String label) throws JsonProcessingException {
    String json =
        """
        {"ID": "i", "Version": {"Index": 17}, "JobStatus": {"JobIteration": {"Index": 4}},
         "Spec": {"Name": "n", "Labels": {"a": "b"%s}, "Other": {"kept": [1]},
                  "Mode": {"ReplicatedJob": {"MaxConcurrent": 2, "TotalCompletions": %s}},
                  "TaskTemplate": {"ContainerSpec": {"Image": "x"}, "ForceUpdate": 3%s}}}
        """
            .formatted(label, total, policy);
    return new Job(Json.MAPPER.readValue(json, SwarmService.class));
  }

  private static String json(Object value) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(value).replace('"', '\'');
  }

  @Test
  void theSpecIsKept() throws JsonProcessingException {
    Job job = job("3", "", ", \"dev.davit.job\": \"3\"");
    String spec =
        "{'Name':'n','Labels':{'a':'b','dev.davit.job':'3'},'Other':{'kept':[1]},"
            + "'Mode':{'ReplicatedJob':{'MaxConcurrent':2,'TotalCompletions':%s}},"
            + "'TaskTemplate':{'ContainerSpec':{'Image':'x'},'ForceUpdate':%s}}";
    assertEquals(spec.formatted("0", "3"), json(job.ended()));
    assertEquals(spec.formatted("3", "4"), json(job.again()));
  }

  @ParameterizedTest(name = "total {0}, label {1}")
  @CsvSource({
    "3, '3', 3, 4, false",
    "0, '3', 3, 3, true",
    "0, 'no number', 1, 3, true",
    "0, '', 1, 3, true"
  })
  void theLabelHasTheNumberOfTasks(
      String total, String label, long tasks, long iteration, boolean ended)
      throws JsonProcessingException {
    Job job = job(total, "", ", \"dev.davit.job\": \"" + label + '"');
    assertEquals(tasks, job.tasks());
    assertEquals(iteration, job.iteration());
    assertEquals(ended, job.isEnded());
    assertEquals(17, job.version());
    assertEquals(2, job.maxConcurrent());
  }

  /** Policies of several tasks never restart without a retry: one that a swarm ignores would. */
  @ParameterizedTest(name = "{0} tasks, {1} retries")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      value = {
        "1 | 0 | {'Condition':'none'}",
        "1 | 2 | {'Condition':'on-failure','MaxAttempts':2,'Delay':1000000000}",
        "5 | 0 | {'Condition':'on-failure','MaxAttempts':1,'Delay':31536000000000000}",
        "5 | 3 | {'Condition':'on-failure','MaxAttempts':3,'Delay':1000000000}",
      })
  void theRestartPolicyHasTheNumberOfRetries(long tasks, long retries, String policy)
      throws JsonProcessingException {
    String json = json(JobRestarts.policy(tasks, retries)).replace('\'', '"');
    assertEquals(policy.replace('\'', '"').strip(), json);
    assertEquals(retries, job("1", ", \"RestartPolicy\": " + json, "").retries());
  }
}
