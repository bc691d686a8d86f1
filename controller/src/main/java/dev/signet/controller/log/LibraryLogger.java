package dev.signet.controller.log;

import java.io.Serial;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/**
 * What one class of a library says. Its INFO is DEBUG to us, as it is not about our work. Its DEBUG
 * and TRACE are never on: some libraries print whole requests there. Of an exception the class
 * alone is told: its text may quote what it was about.
 */
final class LibraryLogger extends LegacyAbstractLogger {
  @Serial private static final long serialVersionUID = 1;

  private final transient Supplier<@Nullable Log> log;

  LibraryLogger(String name, Supplier<@Nullable Log> log) {
    this.name = name;
    this.log = log;
  }

  @Override
  public boolean isTraceEnabled() {
    return false;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public boolean isInfoEnabled() {
    return writes(Level.DEBUG);
  }

  @Override
  public boolean isWarnEnabled() {
    return writes(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return writes(Level.ERROR);
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      org.slf4j.event.Level level,
      @Nullable Marker marker,
      @Nullable String pattern,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    Log to = log.get();
    if (to == null) {
      return;
    }
    String message = String.valueOf(MessageFormatter.basicArrayFormat(pattern, arguments));
    Level ours = level(level);
    if (thrown == null) {
      to.write(ours, message, "logger", name);
    } else {
      to.write(ours, message, "logger", name, "error", thrown.getClass().getName());
    }
  }

  private static Level level(org.slf4j.event.Level level) {
    return switch (level) {
      case ERROR -> Level.ERROR;
      case WARN -> Level.WARN;
      case INFO, DEBUG, TRACE -> Level.DEBUG;
    };
  }

  private boolean writes(Level level) {
    Log to = log.get();
    return to != null && to.writes(level);
  }
}
