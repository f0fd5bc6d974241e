package dev.davit.engine.model;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The limit of a container's reads or writes on a device, in bytes or operations per second. */
public record ThrottleDevice(@Nullable String path, BigInteger rate) {}
