package dev.signet.controller.reconcile;

import dev.signet.controller.kube.ObjectKey;
import dev.signet.controller.reconcile.Unsealing.Failed;
import dev.signet.controller.reconcile.Unsealing.Opened;
import dev.signet.controller.reconcile.Wanted.Content;
import dev.signet.crds.SealedSecret;
import dev.signet.crds.SealedSecretNames;
import dev.signet.crds.Spec;
import dev.signet.crds.Spec.Item;
import dev.signet.crds.Spec.Template;
import dev.signet.crds.SpecReading;
import dev.signet.crypto.IllegalBase64Exception;
import dev.signet.crypto.KeyRing;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.UnsealException;
import dev.signet.template.RenderedData;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Opens a SealedSecret. The outcome depends on object, keys and rules alone, but for what templates
 * take from the clock and from chance.
 */
final class Unsealer {
  /** Items of an object that keeps a worker no longer than a moment. */
  private static final int FEW = 64;

  private final DeprecatedData deprecatedData;
  private final Turns turns;
  private final Templates templates;

  Unsealer(DeprecatedData deprecatedData, Turns turns, Templates templates) {
    this.deprecatedData = deprecatedData;
    this.turns = turns;
    this.templates = templates;
  }

  Unsealing unseal(SealedSecret object, KeyRing ring) throws InterruptedException {
    ItemOpener opener = new ItemOpener(object, ring, turns);
    return switch (object.spec()) {
      case SpecReading.Malformed malformed ->
          new Failed(Cause.of(Reason.MALFORMED, malformed.message()));
      case SpecReading.Read(Spec spec) when spec.data() != null ->
          deprecatedData.unseal(object, spec, opener);
      case SpecReading.Read(Spec spec) when spec.encryptedData().size() > FEW ->
          turns.takeLarge(object.namespace(), () -> inTurn(object, spec, opener));
      case SpecReading.Read(Spec spec) -> inTurn(object, spec, opener);
    };
  }

  private Unsealing inTurn(SealedSecret object, Spec spec, ItemOpener opener)
      throws InterruptedException {
    // Nothing is opened before it can be used.
    return spec.template().data().texts().isEmpty()
        ? unseal(object, spec, opener)
        : templates.inTurn(object.namespace(), () -> unseal(object, spec, opener));
  }

  private Unsealing unseal(SealedSecret object, Spec spec, ItemOpener opener)
      throws InterruptedException {
    ItemFaults faults = new ItemFaults();
    Map<String, Plaintext> items = new HashMap<>();
    for (Map.Entry<String, Item> entry : spec.encryptedData().entrySet()) {
      Plaintext plaintext = open(opener, entry.getKey(), entry.getValue(), faults);
      if (plaintext != null) {
        items.put(entry.getKey(), plaintext);
      }
    }
    if (!faults.isEmpty()) {
      return new Failed(Diagnosis.of(faults.cause(), faults.unopened(), object, opener));
    }
    Template template = spec.template();
    if (!template.data().texts().isEmpty()) {
      RenderedData rendered = templates.render(template.data().texts(), items);
      if (!rendered.faults().isEmpty()) {
        return new Failed(Templates.cause(rendered.faults()));
      }
      rendered.outputs().forEach((key, output) -> items.put(key, Plaintext.of(output.output())));
    }
    return new Opened(wanted(object, template, items), opener.keys());
  }

  private static Wanted wanted(
      SealedSecret object, Template template, Map<String, Plaintext> items) {
    items.keySet().removeAll(template.data().omitted());
    Content content = new Content(items, template.labels(), template.annotations());
    boolean immutable = Boolean.TRUE.equals(template.immutable());
    return new Wanted(
        keyOf(object), ownerUid(object, template), template.type(), immutable, content);
  }

  private static @Nullable Plaintext open(
      ItemOpener opener, String name, Item item, ItemFaults faults) throws InterruptedException {
    switch (item) {
      case Item.NoText() -> faults.add(Reason.ITEM_IS_NO_STRING, "item is not a string", name);
      case Item.Text(String text) -> {
        try {
          return opener.open(name, text);
        } catch (IllegalBase64Exception e) {
          faults.add(
              Reason.ILLEGAL_BASE64, "illegal base64 data at input byte " + e.offset(), name);
        } catch (UnsealException _) {
          faults.addUnopened(name, text);
        }
      }
    }
    return null;
  }

  static ObjectKey keyOf(SealedSecret object) {
    return new ObjectKey(object.namespace(), object.name());
  }

  /** Null if the template says that the Secret is to outlive the SealedSecret. */
  static @Nullable String ownerUid(SealedSecret object, Template template) {
    String skip = template.annotations().get(SealedSecretNames.SKIP_SET_OWNER_REFERENCES);
    return "true".equals(skip) ? null : object.uid();
  }
}
