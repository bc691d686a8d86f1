package dev.signet.controller.kube;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A token that somebody else renews in its file, usually every hour by the kubelet, which moves a
 * symbolic link. Looked at before each request; read again only when it has changed.
 */
final class TokenFile {
  private record Reading(FileTime time, String token) {}

  private final Path file;
  private volatile Reading last = new Reading(FileTime.fromMillis(-1), "");

  TokenFile(Path file) {
    this.file = file;
  }

  /** The last one that could be read: a file that is being replaced is no reason to have none. */
  String token() {
    Reading reading = last;
    try {
      FileTime time = Files.getLastModifiedTime(file);
      if (!time.equals(reading.time)) {
        reading = new Reading(time, Files.readString(file, UTF_8).strip());
        last = reading;
      }
    } catch (IOException absentForNow) {
      return reading.token;
    }
    return reading.token;
  }
}
