package dev.signet.controller.kube.watch;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.kube.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** An informer made of one reflector for everything, or of one for each namespace. */
final class ReflectorGroup<T> implements Informer<T> {
  private static final String EVERYWHERE = "";

  /** By namespace. None of them waits for another. */
  private final Map<String, Reflector<T>> reflectors = new LinkedHashMap<>();

  ReflectorGroup(Reach reach, Function<String, Reflector<T>> make) {
    switch (reach) {
      case Reach.Everywhere() -> reflectors.put(EVERYWHERE, make.apply(EVERYWHERE));
      case Reach.Namespaces(var names) ->
          names.forEach(name -> reflectors.put(name, make.apply(name)));
    }
  }

  @Override
  public void start() {
    reflectors.values().forEach(Reflector::start);
  }

  @Override
  public Optional<T> get(ObjectKey key) {
    return of(key).flatMap(reflector -> reflector.copy().get(key));
  }

  @Override
  public List<T> all() {
    return reflectors.values().stream()
        .flatMap(reflector -> reflector.copy().all().stream())
        .toList();
  }

  @Override
  public void lighten(ObjectKey key, T seen, T lighter) {
    of(key).ifPresent(reflector -> reflector.copy().lighten(key, seen, lighter));
  }

  /** Where all is read at once, a refusal is no answer; of many namespaces some may be refused. */
  @Override
  public boolean isSynced() {
    return reflectors.values().stream().allMatch(Reflector::isSettled)
        && reflectors.values().stream().anyMatch(Reflector::isListed);
  }

  @Override
  public Optional<String> trouble() {
    return reflectors.values().stream()
        .flatMap(reflector -> reflector.complaints().current().stream())
        .findFirst();
  }

  @Override
  public void close() {
    reflectors.values().forEach(Reflector::close);
  }

  private Optional<Reflector<T>> of(ObjectKey key) {
    Reflector<T> everywhere = reflectors.get(EVERYWHERE);
    return Optional.ofNullable(everywhere == null ? reflectors.get(key.namespace()) : everywhere);
  }
}
