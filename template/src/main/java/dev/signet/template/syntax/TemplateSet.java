package dev.signet.template.syntax;

import dev.signet.template.syntax.Node.Body;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of one template text by name: its own and those that it defines. */
public final class TemplateSet {
  private final Map<String, Body> bodies = new HashMap<>();

  public @Nullable Body find(String name) {
    return bodies.get(name);
  }

  /** All of them. */
  public Map<String, Body> all() {
    return Collections.unmodifiableMap(bodies);
  }

  /** False when two bodies that are not blank have the same name. */
  boolean add(String name, Body body) {
    Body known = bodies.get(name);
    if (known != null && !known.isBlank()) {
      return body.isBlank();
    }
    bodies.put(name, body);
    return true;
  }
}
