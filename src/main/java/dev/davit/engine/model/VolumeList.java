package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code GET /volumes}. */
public record VolumeList(@Nullable List<VolumeSummary> volumes) {}
