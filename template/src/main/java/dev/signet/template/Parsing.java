package dev.signet.template;

/** What came of parsing: a template, or why there is none. */
public sealed interface Parsing permits Template, Rendering.Fault {}
