package dev.signet.cli.resource;

/**
 * Something that is not what its field wants.
 *
 * @param error what is wrong, by path, never by value
 * @param place where it stands, for a hint
 */
public record Misfit(String error, String place) {}
