package dev.signet.e2e.cluster;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** On a class of tests: its controller is killed and started again at random moments. */
@Retention(RetentionPolicy.RUNTIME)
public @interface KilledAtRandom {}
