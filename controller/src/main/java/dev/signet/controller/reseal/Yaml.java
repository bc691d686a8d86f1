package dev.signet.controller.reseal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

/**
 * YAML from anybody, as JSON trees. Of the language that much is understood which a manifest needs;
 * what a hostile one is made of ends it: depth, aliases that multiply, tags, merges.
 */
final class Yaml {
  /** Characters read at a time: all that waits for a scalar's end is copied with each of them. */
  private static final int BUFFER = 256 * 1024;

  private Yaml() {}

  /** Each document that is not empty. */
  static List<JsonNode> read(String text) throws NoManifestException {
    List<JsonNode> documents = new ArrayList<>();
    Weight weight = Weight.of(text.length());
    try {
      TreeBuilder builder = new TreeBuilder(weight);
      for (Event event : new Parse(settings(text)).parseString(text)) {
        switch (event.getEventId()) {
          case DocumentStart -> builder = new TreeBuilder(weight);
          case DocumentEnd -> builder.root().ifPresent(documents::add);
          default -> take(event, builder);
        }
      }
    } catch (YamlEngineException _) {
      throw NoManifestException.neither();
    }
    return documents;
  }

  private static LoadSettings settings(String text) {
    return LoadSettings.builder()
        .setUseMarks(false)
        .setParseComments(false)
        .setCodePointLimit(Integer.MAX_VALUE)
        .setBufferSize(Math.min(text.length() + 1, BUFFER))
        .build();
  }

  private static void take(Event event, TreeBuilder builder) throws NoManifestException {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event, builder);
      case Alias -> builder.alias(((AliasEvent) event).getAlias().getValue());
      case MappingStart -> builder.startMap(anchor((CollectionStartEvent) event));
      case SequenceStart -> builder.startList(anchor((CollectionStartEvent) event));
      case MappingEnd, SequenceEnd -> builder.end();
      default -> {}
    }
  }

  private static void scalar(ScalarEvent event, TreeBuilder builder) throws NoManifestException {
    String tag = event.getTag().orElse("");
    boolean text =
        switch (tag) {
          case "" -> !event.isPlain();
          case "!", "tag:yaml.org,2002:str" -> true;
          default -> throw new NoManifestException("tags are not understood");
        };
    if (builder.wantsName()) {
      if (event.isPlain() && event.getValue().equals("<<")) {
        throw new NoManifestException("merge keys are not understood");
      }
      builder.name(event.getValue(), anchor(event));
    } else {
      builder.put(Scalar.node(event.getValue(), text), event.getValue().length(), anchor(event));
    }
  }

  private static Optional<String> anchor(NodeEvent event) {
    return event.getAnchor().map(it -> it.getValue());
  }
}
