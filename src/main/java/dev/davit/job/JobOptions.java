package dev.davit.job;

import dev.davit.opts.SwarmReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a job that a container does not have.
 *
 * @param replicas the number of tasks
 * @param maxConcurrent the maximum number of tasks that run at the same time
 * @param retries the number of times that a failed task is run again
 * @param reservedCpus CPUs that the node must have free, in units of 1e-9; null for none
 * @param reservedMemory bytes of memory that the node must have free; null for none
 * @param constraints expressions such as {@code node.labels.disk==ssd}
 * @param secrets the secrets that are mounted
 * @param configs the configs that are mounted
 */
public record JobOptions(
    long replicas,
    long maxConcurrent,
    long retries,
    @Nullable Long reservedCpus,
    @Nullable Long reservedMemory,
    List<String> constraints,
    List<SwarmReference> secrets,
    List<SwarmReference> configs) {}
