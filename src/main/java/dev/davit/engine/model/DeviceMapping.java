package dev.davit.engine.model;

import org.jspecify.annotations.Nullable;

/** A device of the host inside the container, with permissions out of {@code rwm}. */
public record DeviceMapping(
    @Nullable String pathOnHost,
    @Nullable String pathInContainer,
    @Nullable String cgroupPermissions) {}
