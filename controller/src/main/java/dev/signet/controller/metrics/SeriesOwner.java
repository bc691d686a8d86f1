package dev.signet.controller.metrics;

/**
 * The object that a series is about.
 *
 * @param instance its label {@code app.kubernetes.io/instance}, empty without one
 */
public record SeriesOwner(String namespace, String name, String instance) {}
