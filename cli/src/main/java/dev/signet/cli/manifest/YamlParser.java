package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Syntax.Layout;
import dev.signet.cli.manifest.Syntax.Leaf;
import dev.signet.cli.manifest.Syntax.Quotes;
import dev.signet.cli.manifest.Syntax.Span;
import dev.signet.cli.manifest.TreeBuilder.Kind;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads the first document of a text as YAML. The library finds the syntax; what a word means is
 * ours to say, as it knows YAML 1.2 only.
 */
final class YamlParser {
  private final TreeBuilder builder;
  private final SeparatorEscapes escapes;
  private final ParserImpl events;
  private final Offsets offsets;

  private YamlParser(String text, int firstLine) {
    // A buffer as large as the text: the library would copy a smaller one over and over.
    LoadSettings settings =
        LoadSettings.builder()
            .setBufferSize(text.length() + 1)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();
    builder = new TreeBuilder(firstLine, Entries.Repeats.LAST_COUNTS);
    // YAML 1.1 ends a line at U+0085 too and reads it as a line feed.
    escapes = SeparatorEscapes.of(text.replace('\u0085', '\n'));
    events = new ParserImpl(settings, new StreamReader(settings, escapes.text()));
    offsets = new Offsets(text);
  }

  /**
   * Reads a text without a byte order mark.
   *
   * @param firstLine its line in the input, from 1
   */
  static Parsed parse(String text, int firstLine) throws BrokenException {
    try {
      return new YamlParser(text, firstLine).parse();
    } catch (YamlEngineException e) {
      throw YamlFault.of(e);
    }
  }

  private Parsed parse() throws BrokenException {
    while (true) {
      Event event = events.next();
      switch (event.getEventId()) {
        case MappingStart -> begin(Kind.MAP, (CollectionStartEvent) event);
        case SequenceStart -> begin(Kind.ITEMS, (CollectionStartEvent) event);
        case MappingEnd, SequenceEnd -> end(event);
        case Scalar -> builder.leaf(leaf((ScalarEvent) event));
        case Alias -> builder.alias(span(event), ((AliasEvent) event).getAlias().getValue());
        case DocumentEnd -> {
          lookBehind((DocumentEndEvent) event);
          return builder.finish();
        }
        case StreamEnd -> {
          return builder.finish();
        }
        case StreamStart, DocumentStart, Comment -> {}
      }
    }
  }

  private void begin(Kind kind, CollectionStartEvent event) throws BrokenException {
    Layout layout = event.isFlow() ? Layout.FLOW : Layout.BLOCK;
    builder.begin(kind, span(event), name(event.getAnchor()), layout);
  }

  /** The end of a block is an event without a text of its own. */
  private void end(Event event) throws BrokenException {
    Span span = span(event);
    if (span.start() == span.end()) {
      builder.endBlock();
    } else {
      builder.end(span.end());
    }
  }

  private Leaf leaf(ScalarEvent event) throws BrokenException {
    Quotes quotes =
        switch (event.getScalarStyle()) {
          case PLAIN -> Quotes.PLAIN;
          case SINGLE_QUOTED -> Quotes.SINGLE;
          case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Quotes.DOUBLE;
          case LITERAL, FOLDED -> Quotes.BLOCK;
        };
    String text = escapes.mend(event.getValue(), quotes == Quotes.DOUBLE);
    if (Surrogates.hasLone(text)) {
      throw new BrokenException(span(event).line(), "an escape for half a character");
    }
    return new Leaf(span(event), name(event.getAnchor()), event.getTag().orElse(""), quotes, text);
  }

  private static String name(Optional<Anchor> anchor) {
    return anchor.map(Anchor::getValue).orElse("");
  }

  /**
   * Looks whether there is more. Text between an end mark and the next document is lost upstream;
   * here it is lost aloud.
   */
  private void lookBehind(DocumentEndEvent end) throws BrokenException {
    int line = span(end).line();
    if (!end.isExplicit()) {
      if (events.peekEvent().getEventId() != Event.ID.StreamEnd) {
        throw new BrokenException(line, "text behind the end of the value");
      }
      return;
    }
    try {
      if (events.peekEvent().getEventId() == Event.ID.StreamEnd) {
        return;
      }
    } catch (YamlEngineException e) {
      // It is not even YAML.
    }
    builder.remark(line, "text behind \"...\" is not read");
  }

  private Span span(Event event) {
    Mark start = event.getStartMark().orElseThrow();
    Mark end = event.getEndMark().orElseThrow();
    return new Span(
        offsets.of(start.getIndex()),
        offsets.of(end.getIndex()),
        start.getLine(),
        start.getColumn());
  }
}
