package dev.signet.cli.kubeconfig;

import dev.signet.cli.manifest.Node;
import dev.signet.crypto.Bytes;
import dev.signet.crypto.GoBase64;
import dev.signet.crypto.IllegalBase64Exception;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of one object, each in the type that is wanted; absent and null are empty. */
record Fields(Node.Mapping mapping, String path) {

  String text(String name) throws MalformedException {
    return switch (get(name)) {
      case null -> "";
      case Node.Scalar scalar when scalar.type() == Node.Type.STRING -> scalar.text();
      default -> throw wrong(name, "a text");
    };
  }

  boolean flag(String name) throws MalformedException {
    return switch (get(name)) {
      case null -> false;
      case Node.Scalar scalar when scalar.type() == Node.Type.BOOLEAN ->
          scalar.string().equals("true");
      default -> throw wrong(name, "true or false");
    };
  }

  Bytes data(String name) throws MalformedException {
    try {
      return Bytes.of(GoBase64.decode(text(name)));
    } catch (IllegalBase64Exception e) {
      throw new MalformedException(path + name + ": " + e.getMessage());
    }
  }

  List<String> texts(String name) throws MalformedException {
    List<String> texts = new ArrayList<>();
    for (Node item : items(name)) {
      if (!(item instanceof Node.Scalar scalar) || isNumberOrSwitch(scalar)) {
        throw wrong(name, "a list of texts");
      }
      texts.add(scalar.type() == Node.Type.NULL ? "" : scalar.text());
    }
    return texts;
  }

  private static boolean isNumberOrSwitch(Node.Scalar scalar) {
    return scalar.type() != Node.Type.STRING && scalar.type() != Node.Type.NULL;
  }

  /** The object under a name; an empty one if there is none. */
  Fields object(String name) throws MalformedException {
    return present(name).orElse(new Fields(new Node.Mapping(List.of(), mapping.at()), path));
  }

  Optional<Fields> present(String name) throws MalformedException {
    return switch (get(name)) {
      case null -> Optional.empty();
      case Node.Mapping inner -> Optional.of(new Fields(inner, path + name + "."));
      default -> throw wrong(name, "an object");
    };
  }

  List<Fields> objects(String name) throws MalformedException {
    List<Fields> objects = new ArrayList<>();
    for (Node item : items(name)) {
      if (!(item instanceof Node.Mapping inner)) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new Fields(inner, path + name + "[" + objects.size() + "]."));
    }
    return objects;
  }

  /** The lists of texts under a name, by their keys. */
  Map<String, List<String>> listsOf(String name) throws MalformedException {
    Fields object = object(name);
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String key : object.mapping.effective().keySet()) {
      lists.put(key, object.texts(key));
    }
    return lists;
  }

  /** Whatever stands under a name, null left out. */
  Optional<Node> node(String name) {
    return Optional.ofNullable(get(name));
  }

  private List<Node> items(String name) throws MalformedException {
    return switch (get(name)) {
      case null -> List.of();
      case Node.Sequence sequence -> sequence.items();
      default -> throw wrong(name, "a list");
    };
  }

  private @Nullable Node get(String name) {
    return mapping
        .get(name)
        .filter(node -> !(node instanceof Node.Scalar scalar && scalar.type() == Node.Type.NULL))
        .orElse(null);
  }

  private boolean mayLackQuotes(String name) {
    return get(name) instanceof Node.Scalar scalar && isNumberOrSwitch(scalar);
  }

  private MalformedException wrong(String name, String wanted) {
    return new MalformedException(
        path + name + " is not " + wanted + (mayLackQuotes(name) ? ": it lacks quotes" : ""));
  }
}
