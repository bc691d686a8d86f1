package dev.signet.cli.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where among the entries of a map a new one belongs. */
final class SortedPlace {
  private SortedPlace() {}

  /** Its index: before the first greater key if all are sorted, in either order, else the end. */
  static int of(String key, Syntax.Map map) {
    List<String> keys = new ArrayList<>();
    for (Syntax.Pair pair : map.pairs()) {
      String name = Place.key(pair);
      if (name == null) {
        // A merge key counts over what stands before it.
        return map.pairs().size();
      }
      keys.add(name);
    }
    for (Comparator<String> order : List.of(new NaturalOrder(), Utf8.ORDER)) {
      if (isSorted(keys, order)) {
        int i = 0;
        while (i < keys.size() && order.compare(keys.get(i), key) < 0) {
          i++;
        }
        return i;
      }
    }
    return keys.size();
  }

  private static boolean isSorted(List<String> keys, Comparator<String> order) {
    for (int i = 1; i < keys.size(); i++) {
      if (order.compare(keys.get(i - 1), keys.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }
}
