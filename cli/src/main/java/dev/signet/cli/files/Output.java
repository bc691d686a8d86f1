package dev.signet.cli.files;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where the data of a run go. They are held back until the run is known to be good, so that a
 * failed run leaves no half of a manifest for a pipe to apply.
 */
public interface Output extends AutoCloseable {
  /** Appends to what is held back. */
  void write(byte[] bytes) throws FileFault;

  default void write(String text) throws FileFault {
    write(text.getBytes(UTF_8));
  }

  /**
   * Lets go of what was written so far: it stands, whatever comes later. Only a stream can do so; a
   * file is replaced as a whole or not at all.
   */
  void settle() throws FileFault;

  /** All is good: lets go of everything. */
  void deliver() throws FileFault;

  /** Drops what was not let go of. */
  @Override
  void close();
}
