package dev.davit.engine.model;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The most a container may read or write a second, in bytes or in operations. */
public record ThrottleDevice(@Nullable String path, BigInteger rate) {}
