package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices a driver picks, such as GPUs; a count of -1 is all of them. */
public record DeviceRequest(
    @Nullable String driver,
    long count,
    @JsonProperty("DeviceIDs") @Nullable List<String> deviceIds,
    @Nullable List<List<String>> capabilities,
    @Nullable Map<String, String> options) {}
