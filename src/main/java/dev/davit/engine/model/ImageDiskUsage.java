package dev.davit.engine.model;

/**
 * The part of the response to {@code GET /system/df} about images.
 *
 * @param layersSize bytes; a layer of several images counts once
 */
public record ImageDiskUsage(long layersSize) {}
