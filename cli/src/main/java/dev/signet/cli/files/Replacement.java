package dev.signet.cli.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A new content for a file, written beside it and renamed over it when it is complete. Readers see
 * the old content or the new, also after a crash. A symbolic link stays one and its target is
 * replaced; the mode of an existing file stays, a new file is the owner's alone.
 */
public final class Replacement implements Output {
  private static final int MOST_LINKS = 40;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(
          EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

  private final String name;
  private final Path target;
  private final Path pending;
  private final FileChannel channel;
  private final OutputStream out;

  private Replacement(String name, Path target, Path pending) throws IOException {
    this.name = name;
    this.target = target;
    this.pending = pending;
    this.channel = FileChannel.open(pending, StandardOpenOption.WRITE);
    this.out = Channels.newOutputStream(channel);
  }

  /**
   * Begins a new content. Nothing is seen of it under the file's name until {@link #deliver}.
   *
   * @param name the file as the user calls it
   */
  public static Replacement open(String name, Path path) throws FileFault {
    Path target = writable(name, path);
    try {
      Path pending = pending(target.toAbsolutePath());
      // For the user who interrupts; who does not meets close().
      pending.toFile().deleteOnExit();
      return new Replacement(name, target, pending);
    } catch (FileSystemException e) {
      throw new FileFault("open", besides(name, e.getFile()), e);
    } catch (IOException e) {
      throw new FileFault("open", name, e);
    }
  }

  /**
   * A new file that is the owner's alone. That nobody was first is what the system sees to; the
   * name need not be hard to guess, and the JDK's random numbers take longer than the file.
   */
  private static Path pending(Path target) throws IOException {
    boolean isPosix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        isPosix ? new FileAttribute<?>[] {OWNER_ALONE} : new FileAttribute<?>[0];
    for (long number = System.nanoTime(); ; number++) {
      try {
        String name = "." + target.getFileName() + Long.toUnsignedString(number);
        return Files.createFile(target.resolveSibling(name), attributes);
      } catch (FileAlreadyExistsException e) {
        // The next number, then.
      }
    }
  }

  /** The file itself, behind all links, if it may be written or does not exist. */
  private static Path writable(String name, Path path) throws FileFault {
    try {
      Path target = behindLinks(path);
      if (Files.isDirectory(target)) {
        throw FileFault.isDirectory("open", name);
      }
      if (Files.exists(target) && !Files.isWritable(target)) {
        throw new AccessDeniedException(name);
      }
      return target;
    } catch (IOException e) {
      throw new FileFault("open", name, e);
    }
  }

  private static Path behindLinks(Path path) throws IOException {
    Path target = path;
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new FileSystemLoopException(path.toString());
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  /** The temporary file in the folder as the user calls it. */
  private static String besides(String name, @Nullable String pending) {
    int slash = name.lastIndexOf('/');
    String file = pending == null ? "" : pending.substring(pending.lastIndexOf('/') + 1);
    return name.substring(0, slash + 1) + file;
  }

  @Override
  public void write(byte[] bytes) throws FileFault {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new FileFault("write", name, e);
    }
  }

  @Override
  public void settle() {
    // All or nothing: what comes later may still take it back.
  }

  @Override
  public void deliver() throws FileFault {
    try {
      if (Files.exists(target)) {
        keepMode();
      }
      channel.force(true);
      channel.close();
      Files.move(
          pending, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FileFault("write", name, e);
    }
  }

  private void keepMode() throws IOException {
    PosixFileAttributes old = Files.readAttributes(target, PosixFileAttributes.class);
    var view = Files.getFileAttributeView(pending, PosixFileAttributeView.class);
    PosixFileAttributes mine = view.readAttributes();
    try {
      if (!old.group().equals(mine.group())) {
        view.setGroup(old.group());
      }
      if (!old.owner().equals(mine.owner())) {
        view.setOwner(old.owner());
      }
    } catch (IOException e) {
      // Only root may give files away: whoever else may write the folder becomes the owner.
    }
    view.setPermissions(old.permissions());
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(pending);
    } catch (IOException e) {
      // Tried again when the process ends.
    }
  }
}
