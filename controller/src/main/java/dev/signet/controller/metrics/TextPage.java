package dev.signet.controller.metrics;

import static java.util.stream.Collectors.joining;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBucket;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
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
      case CounterSnapshot counters ->
          family(
              name + "_total",
              "counter",
              snapshot,
              sorted(counters.getDataPoints()).stream()
                  .map(it -> line(name + "_total", it.getLabels(), it.getValue()))
                  .toList());
      case GaugeSnapshot gauges ->
          family(
              name,
              "gauge",
              snapshot,
              sorted(gauges.getDataPoints()).stream()
                  .map(it -> line(name, it.getLabels(), it.getValue()))
                  .toList());
      case InfoSnapshot infos ->
          family(
              name + "_info",
              "gauge",
              snapshot,
              sorted(infos.getDataPoints()).stream()
                  .map(it -> line(name + "_info", it.getLabels(), 1))
                  .toList());
      case HistogramSnapshot histograms ->
          family(
              name,
              "histogram",
              snapshot,
              sorted(histograms.getDataPoints()).stream()
                  .flatMap(it -> histogram(name, it).stream())
                  .toList());
      case SummarySnapshot summaries ->
          family(
              name,
              "summary",
              snapshot,
              sorted(summaries.getDataPoints()).stream()
                  .flatMap(it -> summary(name, it).stream())
                  .toList());
      default -> family(name, "untyped", snapshot, List.of());
    };
  }

  private static Family family(
      String name, String type, MetricSnapshot snapshot, List<String> lines) {
    String help = snapshot.getMetadata().getHelp();
    return new Family(name, type, help == null ? "" : help, lines);
  }

  private static List<String> histogram(
      String name, HistogramSnapshot.HistogramDataPointSnapshot point) {
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

  private static List<String> summary(String name, SummarySnapshot.SummaryDataPointSnapshot point) {
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

  private static <T extends DataPointSnapshot> List<T> sorted(List<T> points) {
    return points.stream().sorted(Comparator.comparing(it -> print(it.getLabels()))).toList();
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
