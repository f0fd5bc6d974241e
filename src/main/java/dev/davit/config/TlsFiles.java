package dev.davit.config;

import java.nio.file.Path;
import java.util.Optional;

/** What TLS to an engine is made from; {@code verify} is whether its certificate is checked. */
public record TlsFiles(
    Optional<Path> ca, Optional<Path> cert, Optional<Path> key, boolean verify) {}
