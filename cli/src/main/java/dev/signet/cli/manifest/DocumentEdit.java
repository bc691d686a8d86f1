package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Layout;
import dev.signet.cli.manifest.Syntax.Pair;
import java.util.List;
import java.util.Set;

/** One change of one document, drafted in the style that it finds there. */
final class DocumentEdit {
  private static final int USUAL_STEP = 2;

  private final Syntax root;
  private final Set<Syntax> shared;
  private final BlockEdit block;
  private final FlowEdit flow;

  DocumentEdit(Draft draft, Syntax root) {
    this.root = root;
    this.shared = Shared.in(root);
    this.block = new BlockEdit(draft, step(root));
    this.flow = new FlowEdit(draft);
  }

  void apply(Change change) throws RefusedException {
    switch (change) {
      case Change.Put(List<String> path, String value) -> put(path, value);
      case Change.Remove(List<String> path) -> remove(path);
    }
  }

  private void put(List<String> path, String value) throws RefusedException {
    Place place = Place.find(root, path, shared);
    boolean inBlock = place.map().layout() == Layout.BLOCK;
    switch (place) {
      case Place.Found found -> replace(found, path.getLast(), value);
      case Place.Absent absent when inBlock ->
          block.insert(absent.map(), absent.owner(), absent.names(), value);
      case Place.Absent absent -> flow.insert(absent.map(), absent.names(), value);
      case Place.Hollow hollow when inBlock -> block.fill(hollow.pair(), hollow.names(), value);
      case Place.Hollow hollow -> flow.fill(hollow.map(), hollow.pair(), hollow.names(), value);
    }
  }

  private void replace(Place.Found found, String name, String value) throws RefusedException {
    Syntax old = found.pair().value();
    Place.refuseShared(old, Place.quoted(name), shared);
    if (old instanceof Syntax.Map || old instanceof Syntax.Items) {
      throw new RefusedException(Place.quoted(name) + " is no text");
    }
    block.replace(old, value, found.map().layout());
  }

  private void remove(List<String> path) throws RefusedException {
    if (!(Place.find(root, path, shared) instanceof Place.Found found)) {
      return;
    }
    refuseSharedInside(found.pair(), path.getLast());
    if (found.map().layout() == Layout.BLOCK) {
      block.remove(found.map(), found.owner(), found.pair());
    } else {
      flow.remove(found.map(), found.pair());
    }
  }

  private void refuseSharedInside(Pair pair, String name) throws RefusedException {
    boolean[] any = {false};
    Shared.walk(pair.key(), node -> any[0] |= shared.contains(node));
    Shared.walk(pair.value(), node -> any[0] |= shared.contains(node));
    if (any[0]) {
      throw new RefusedException(
          Place.quoted(name)
              + " has an anchor that is used elsewhere: write its entries out there");
    }
  }

  /** By how much the first block in a block is deeper, a list aside. */
  private static int step(Syntax root) {
    int[] step = {0};
    Shared.walk(
        root,
        node -> {
          if (node instanceof Syntax.Map(var s, var n, Layout layout, var pairs)
              && layout == Layout.BLOCK) {
            for (Pair pair : pairs) {
              if (pair.value() instanceof Syntax.Map inner
                  && inner.layout() == Layout.BLOCK
                  && step[0] == 0) {
                step[0] =
                    inner.pairs().getFirst().key().span().column() - pair.key().span().column();
              }
            }
          }
        });
    return step[0] > 0 ? step[0] : USUAL_STEP;
  }
}
