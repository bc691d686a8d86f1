package dev.signet.crds;

import dev.signet.crds.Spec.Item;
import dev.signet.crds.Spec.Template;
import dev.signet.crds.Spec.TemplateData;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a spec; the first fault ends it. Null counts as absent everywhere, as in Go. */
final class SpecReader {
  private SpecReading.@Nullable Malformed fault;

  SpecReading read(JsonNode spec) {
    Shape.MAP.check("spec", spec, this::fault);
    Spec read =
        new Spec(
            items(spec.path("encryptedData")),
            text("spec.data", spec.path("data")),
            template(spec));
    return fault == null ? new SpecReading.Read(read) : fault;
  }

  private void fault(String field, String wanted) {
    if (fault == null) {
      fault = new SpecReading.Malformed(field, wanted);
    }
  }

  private Map<String, Item> items(JsonNode encryptedData) {
    Shape.MAP.check("spec.encryptedData", encryptedData, this::fault);
    Map<String, Item> items = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : encryptedData.properties()) {
      JsonNode value = entry.getValue();
      if (value.isString()) {
        items.put(entry.getKey(), new Item.Text(value.stringValue()));
      } else if (!value.isNull()) {
        items.put(entry.getKey(), new Item.NoText());
      }
    }
    return items;
  }

  private Template template(JsonNode spec) {
    JsonNode template = spec.path("template");
    Shape.MAP.check("spec.template", template, this::fault);
    JsonNode metadata = template.path("metadata");
    MetadataShape.check("spec.template.metadata", metadata, this::fault);
    JsonNode immutable = template.path("immutable");
    Shape.BOOLEAN.check("spec.template.immutable", immutable, this::fault);
    String type = text("spec.template.type", template.path("type"));
    return new Template(
        SealedSecret.texts(metadata.path("labels")),
        SealedSecret.texts(metadata.path("annotations")),
        type == null || type.isEmpty() ? null : type,
        immutable.isBoolean() ? immutable.booleanValue() : null,
        data(template.path("data")));
  }

  private TemplateData data(JsonNode data) {
    Shape.MAP.check("spec.template.data", data, this::fault);
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> omitted = new HashSet<>();
    for (Map.Entry<String, JsonNode> entry : data.properties()) {
      if (entry.getValue().isNull()) {
        omitted.add(entry.getKey());
      } else {
        Shape.TEXT.check("spec.template.data." + entry.getKey(), entry.getValue(), this::fault);
        texts.put(entry.getKey(), entry.getValue().stringValue(""));
      }
    }
    return new TemplateData(texts, omitted);
  }

  private @Nullable String text(String field, JsonNode node) {
    Shape.TEXT.check(field, node, this::fault);
    return node.isString() ? node.stringValue() : null;
  }
}
