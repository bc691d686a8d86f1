package dev.signet.cli.action;

/**
 * The output format by name, unchecked: a bad one is an error only once something is written.
 *
 * @param isChosen whether somebody asked for it, so that a file may keep its own otherwise
 */
public record FormatChoice(String name, boolean isChosen) {}
