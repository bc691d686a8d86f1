package dev.signet.cli.peer;

import dev.signet.cli.peer.Invocation.Content;

/** Draws where a namespace comes from when neither the input nor a flag names one. */
final class KubeconfigDraw {
  private final Draw draw;
  private final CommandDraw command;

  KubeconfigDraw(Draw draw, CommandDraw command) {
    this.draw = draw;
    this.command = command;
  }

  void add() {
    switch (draw.below(5)) {
      case 0 -> {
        command.file("kube.yaml", Content.text(text()));
        command.set("kubeconfig", "kube.yaml");
      }
      case 1 -> {
        command.file("one", Content.text(text())).file("two", Content.text(text()));
        command.variable(
            "KUBECONFIG", draw.of("one:two", "{{cwd}}/two", "missing:one", "two:", ":"));
      }
      default -> command.file("home/.kube/config", Content.text(text()));
    }
    if (draw.oneIn(3)) {
      command.set("context", draw.of("dev", "prod", "unknown", "bare", ""));
    }
    if (draw.oneIn(8)) {
      command.set("cluster", draw.of("c1", "c9"));
    }
  }

  private String text() {
    String context = draw.of("dev", "dev", "prod", "bare", "unknown", "");
    String namespace =
        draw.of("team-a", "from-kube", "\"\"", "ns/y", "12", "'12'", "yes", "1.0", "null");
    return switch (draw.below(12)) {
      case 0 -> "";
      case 1 -> "apiVersion: v1\nkind: Config\n";
      case 2 -> "{broken";
      case 3 -> "contexts: 3\n";
      default ->
          """
          apiVersion: v1
          kind: Config
          current-context: %s
          clusters:
          - name: c1
            cluster: {server: "http://127.0.0.1:1"}
          contexts:
          - name: dev
            context: {cluster: c1, user: u1, namespace: %s}
          - name: prod
            context: {cluster: c1, user: u1}
          - name: bare
            context: {user: u1, namespace: lost}
          users:
          - name: u1
            user: {token: %s}
          """
              .formatted(context, namespace, draw.oneIn(12) ? "12" : "t0ken");
    };
  }
}
