package dev.signet.crypto;

/**
 * A value that opened.
 *
 * @param key the key that opened it; a good first guess for whatever was sealed at the same time
 */
public record Opened(Plaintext plaintext, Fingerprint key) {}
