package dev.davit.engine.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Devices that a driver selects, such as GPUs; the count -1 requests all devices. */
public record DeviceRequest(
    @Nullable String driver,
    long count,
    @JsonProperty("DeviceIDs") @Nullable List<String> deviceIds,
    @Nullable List<List<String>> capabilities,
    @Nullable Map<String, String> options) {}
