package dev.signet.controller.kube;

import java.time.Duration;

/**
 * How long a request may take.
 *
 * @param headers until there is an answer
 * @param all until the last of it has been read
 */
public record Limits(Duration headers, Duration all) {}
