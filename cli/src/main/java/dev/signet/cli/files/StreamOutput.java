package dev.signet.cli.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The standard output, or a device in its place. */
final class StreamOutput implements Output {
  private final String name;
  private final OutputStream out;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();

  StreamOutput(String name, OutputStream out) {
    this.name = name;
    this.out = out;
  }

  @Override
  public void write(byte[] bytes) {
    held.writeBytes(bytes);
  }

  @Override
  public void settle() throws FileFault {
    try {
      held.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new FileFault("write", name, e);
    } finally {
      held.reset();
    }
  }

  @Override
  public void deliver() throws FileFault {
    settle();
  }

  @Override
  public void close() {
    held.reset();
  }
}
