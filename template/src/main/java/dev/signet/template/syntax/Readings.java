package dev.signet.template.syntax;

import dev.signet.template.value.Value.Complex;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The types that a numeric constant can take without loss, with its value in each. */
public record Readings(
    OptionalLong signed, OptionalLong unsigned, OptionalDouble real, @Nullable Complex complex) {}
