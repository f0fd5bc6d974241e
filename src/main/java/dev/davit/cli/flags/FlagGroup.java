package dev.davit.cli.flags;

import java.util.List;

/** Flags that help shows under one heading. */
public record FlagGroup(String heading, List<Flag<?>> flags) {}
