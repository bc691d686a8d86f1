package dev.signet.cli.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file could not be used. The message is {@code what name: why}, as Go writes it. */
public final class FileFault extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final Reason reason;

  /** Reasons that callers tell apart. */
  public enum Reason {
    MISSING,
    DENIED,
    DIRECTORY,
    OTHER
  }

  FileFault(String what, String name, IOException cause) {
    super("%s %s: %s".formatted(what, name, why(cause)), cause);
    this.reason =
        switch (cause) {
          case NoSuchFileException missing -> Reason.MISSING;
          case AccessDeniedException denied -> Reason.DENIED;
          default -> Reason.OTHER;
        };
  }

  private FileFault(String message) {
    super(message);
    this.reason = Reason.DIRECTORY;
  }

  static FileFault isDirectory(String what, String name) {
    return new FileFault("%s %s: is a directory".formatted(what, name));
  }

  /** An input that broke off while it was read. */
  public static FileFault reading(String name, UncheckedIOException broken) {
    return new FileFault("read", name, requireNonNull(broken.getCause()));
  }

  public Reason reason() {
    return reason;
  }

  private static String why(IOException cause) {
    return switch (cause) {
      case NoSuchFileException missing -> "no such file or directory";
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException exists -> "file exists";
      case NotDirectoryException file -> "not a directory";
      case DirectoryNotEmptyException full -> "directory not empty";
      case FileSystemLoopException loop -> "too many levels of symbolic links";
      case FileSystemException other -> lowered(other.getReason());
      default -> lowered(cause.getMessage());
    };
  }

  /** The system's own word, which begins with a capital. */
  private static String lowered(@Nullable String text) {
    return text == null || text.isEmpty()
        ? "input/output error"
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
