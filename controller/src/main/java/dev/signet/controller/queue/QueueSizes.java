package dev.signet.controller.queue;

/** How many keys are where. */
public record QueueSizes(int ready, int working, int waiting) {}
