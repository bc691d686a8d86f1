package dev.signet.cli.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.action.Result.Found;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Output;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.cli.manifest.Value;
import dev.signet.cli.resource.TemplatedObject;
import dev.signet.template.RenderedData;
import dev.signet.template.Renderer;
import dev.signet.template.Rendering;
import dev.signet.template.limit.Limits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Shows what the templates of a file make of values that are no secrets: those that were given, and
 * for all other items {@code dummy-} and their names.
 */
public final class RenderTemplates {
  private static final String DUMMY = "dummy-";

  private final String name;
  private final Map<String, String> values;
  private final ManifestFormat format;
  private final Renderer renderer = new Renderer();

  /**
   * A rendering.
   *
   * @param name of the file, for the findings
   * @param values of items
   */
  public RenderTemplates(String name, Map<String, String> values, ManifestFormat format) {
    this.name = name;
    this.values = Map.copyOf(values);
    this.format = format;
  }

  public Result run(byte[] input, Output output) throws FileFault {
    return switch (TemplateFile.read(name, input)) {
      case TemplateFile.Reading.Refused refused -> new Failed(refused.failures());
      case TemplateFile.Reading.Read(TemplateFile file) -> run(file, output);
    };
  }

  private Result run(TemplateFile file, Output output) throws FileFault {
    Set<String> items =
        file.objects().stream().flatMap(it -> it.items().stream()).collect(Collectors.toSet());
    List<Failure> unknown =
        values.keySet().stream()
            .filter(key -> !items.contains(key))
            .sorted()
            .map(
                key ->
                    Failure.of("no item \"%s\" in the input".formatted(key))
                        .hint("--set gives an item of spec.encryptedData a value"))
            .toList();
    return unknown.isEmpty() ? render(file, output) : new Failed(unknown);
  }

  private Result render(TemplateFile file, Output output) throws FileFault {
    List<String> findings = new ArrayList<>();
    StringBuilder secrets = new StringBuilder();
    for (TemplatedObject object : file.objects()) {
      Map<String, byte[]> data = items(object);
      RenderedData rendered = RenderedData.of(renderer, texts(object), data, Limits.standard());
      for (Rendering.Fault fault : rendered.faults()) {
        String text = "%s: key \"%s\": %s".formatted(object.name(), fault.name(), fault.reason());
        Scalar template = Objects.requireNonNull(object.templates().get(fault.name()));
        findings.add(file.finding(template, fault.line(), fault.column(), text));
      }
      rendered.outputs().forEach((key, value) -> data.put(key, value.output()));
      data.keySet().removeAll(object.dropped());
      secrets.append(format.write(secret(object, data)));
    }
    output.write(findings.isEmpty() ? secrets.toString() : String.join("", findings));
    return findings.isEmpty() ? new Done() : new Found();
  }

  private Map<String, byte[]> items(TemplatedObject object) {
    Map<String, byte[]> items = new TreeMap<>();
    object
        .items()
        .forEach(item -> items.put(item, values.getOrDefault(item, DUMMY + item).getBytes(UTF_8)));
    return items;
  }

  private static Map<String, String> texts(TemplatedObject object) {
    Map<String, String> texts = new HashMap<>();
    object.templates().forEach((key, template) -> texts.put(key, template.string()));
    return texts;
  }

  /** Texts as texts: it is for people to read. */
  private static Value secret(TemplatedObject object, Map<String, byte[]> data) {
    SequencedMap<String, Value> texts = new LinkedHashMap<>();
    SequencedMap<String, Value> bytes = new LinkedHashMap<>();
    data.forEach(
        (key, value) -> {
          try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
            texts.put(key, new Value.Text(text));
          } catch (CharacterCodingException _) {
            bytes.put(key, new Value.Text(Base64.getEncoder().encodeToString(value)));
          }
        });
    SequencedMap<String, Value> secret = new LinkedHashMap<>();
    secret.put("kind", new Value.Text("Secret"));
    secret.put("apiVersion", new Value.Text("v1"));
    secret.put("metadata", metadata(object.name()));
    if (!bytes.isEmpty()) {
      secret.put("data", Value.Fields.sorted(bytes));
    }
    secret.put("stringData", Value.Fields.sorted(texts));
    return new Value.Fields(secret);
  }

  private static Value metadata(String name) {
    int slash = name.indexOf('/');
    SequencedMap<String, Value> metadata = new LinkedHashMap<>();
    metadata.put("name", new Value.Text(name.substring(slash + 1)));
    if (slash >= 0) {
      metadata.put("namespace", new Value.Text(name.substring(0, slash)));
    }
    return new Value.Fields(metadata);
  }
}
