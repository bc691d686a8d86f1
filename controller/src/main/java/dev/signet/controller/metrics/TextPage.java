package dev.signet.controller.metrics;

import static java.util.stream.Collectors.joining;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A page in text format 0.0.4, as Go's client library writes it: families and series in order, and
 * bounds such as {@code le="1"} where the Java library has {@code le="1.0"}, which is another
 * series to Prometheus.
 */
final class TextPage {
  private record Family(String name, String type, String help, List<String> lines) {}

  String print(MetricSnapshots snapshots) {
    return snapshots.stream()
        .map(TextPage::family)
        .filter(family -> !family.lines.isEmpty())
        .sorted(Comparator.comparing(Family::name))
        .map(TextPage::print)
        .collect(joining());
  }

  private static String print(Family family) {
    return "# HELP %s %s\n# TYPE %s %s\n%s\n"
        .formatted(
            family.name,
            escapeHelp(family.help),
            family.name,
            family.type,
            String.join("\n", family.lines));
  }

  private static Family family(MetricSnapshot snapshot) {
    String name = snapshot.getMetadata().getPrometheusName();
    return switch (snapshot) {
      case CounterSnapshot counters -> family(name + "_total", "counter", counters);
      case GaugeSnapshot gauges -> family(name, "gauge", gauges);
      case InfoSnapshot infos -> family(name + "_info", "gauge", infos);
      case HistogramSnapshot histograms -> family(name, "histogram", histograms);
      case SummarySnapshot summaries -> family(name, "summary", summaries);
      default -> new Family(name, "untyped", "", List.of());
    };
  }

  private static Family family(String name, String type, MetricSnapshot snapshot) {
    String help = snapshot.getMetadata().getHelp();
    List<String> lines =
        snapshot.getDataPoints().stream()
            .sorted(Comparator.comparing(it -> print(it.getLabels())))
            .flatMap(it -> lines(name, it).stream())
            .toList();
    return new Family(name, type, help == null ? "" : help, lines);
  }

  private static List<String> lines(String name, DataPointSnapshot point) {
    return switch (point) {
      case CounterDataPointSnapshot counter ->
          List.of(line(name, counter.getLabels(), counter.getValue()));
      case GaugeDataPointSnapshot gauge -> List.of(line(name, gauge.getLabels(), gauge.getValue()));
      case InfoDataPointSnapshot info -> List.of(line(name, info.getLabels(), 1));
      case HistogramDataPointSnapshot histogram -> histogram(name, histogram);
      case SummaryDataPointSnapshot summary -> summary(name, summary);
      default -> throw new IllegalStateException("series of a kind that no family here has");
    };
  }

  private static List<String> histogram(String name, HistogramDataPointSnapshot point) {
    List<String> lines = new ArrayList<>();
    Labels labels = point.getLabels();
    long count = 0;
    for (ClassicHistogramBucket bucket : point.getClassicBuckets()) {
      count += bucket.getCount();
      Labels bound = labels.add("le", GoNumber.of(bucket.getUpperBound()));
      lines.add(line(name + "_bucket", bound, (double) count));
    }
    lines.add(line(name + "_sum", labels, point.getSum()));
    lines.add(line(name + "_count", labels, (double) point.getCount()));
    return lines;
  }

  private static List<String> summary(String name, SummaryDataPointSnapshot point) {
    List<String> lines = new ArrayList<>();
    Labels labels = point.getLabels();
    point
        .getQuantiles()
        .forEach(
            it ->
                lines.add(
                    line(
                        name,
                        labels.add("quantile", GoNumber.of(it.getQuantile())),
                        it.getValue())));
    lines.add(line(name + "_sum", labels, point.getSum()));
    lines.add(line(name + "_count", labels, (double) point.getCount()));
    return lines;
  }

  private static String line(String name, Labels labels, double value) {
    return name + print(labels) + " " + GoNumber.of(value);
  }

  /** In the order of their names; {@code le} and {@code quantile} come last, as Go has them. */
  private static String print(Labels labels) {
    return labels.isEmpty()
        ? ""
        : labels.stream()
            .sorted(Comparator.comparing(TextPage::isBound).thenComparing(Label::getName))
            .map(label -> label.getName() + "=\"" + escape(label.getValue()) + "\"")
            .collect(joining(",", "{", "}"));
  }

  private static boolean isBound(Label label) {
    return label.getName().equals("le") || label.getName().equals("quantile");
  }

  private static String escapeHelp(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String escape(String text) {
    return escapeHelp(text).replace("\"", "\\\"");
  }
}
