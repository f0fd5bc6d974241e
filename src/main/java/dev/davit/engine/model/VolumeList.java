package dev.davit.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The response to {@code GET /volumes}. */
public record VolumeList(@Nullable List<VolumeSummary> volumes) {}
