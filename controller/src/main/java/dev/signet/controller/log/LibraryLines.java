package dev.signet.controller.log;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Binds slf4j, found by it in META-INF/services: what libraries say goes into our log. */
public final class LibraryLines implements SLF4JServiceProvider {
  /** Newest of slf4j's interfaces that this was written for. */
  private static final String API_VERSION = "2.0.99";

  private final Loggers loggers = new Loggers();
  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter context = new NOPMDCAdapter();

  /** Leads all that libraries say from here on into this log; before, it is dropped. */
  public static void into(Log log) {
    if (LoggerFactory.getILoggerFactory() instanceof Loggers loggers) {
      loggers.log = log;
    }
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return loggers;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return context;
  }

  @Override
  public String getRequestedApiVersion() {
    return API_VERSION;
  }

  @Override
  public void initialize() {
    // All is made by the fields.
  }

  static final class Loggers implements ILoggerFactory {
    private final Map<String, Logger> byName = new ConcurrentHashMap<>();
    private volatile @Nullable Log log;

    @Override
    public Logger getLogger(String name) {
      return byName.computeIfAbsent(name, it -> new LibraryLogger(it, () -> log));
    }
  }
}
