package dev.signet.e2e.cluster;

import dev.signet.e2e.oracle.Sealing;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import tools.jackson.databind.JsonNode;

/**
 * One controller for the tests of a class, and a namespace of its own for each of them. At the end
 * no request of the controller may have been refused for want of a right.
 */
public final class Signet
    implements BeforeAllCallback,
        TestInstancePreConstructCallback,
        AfterEachCallback,
        AfterAllCallback {
  private final List<String> flags;
  private final List<String> keys;
  private @Nullable Installation installation;
  private @Nullable ControllerProcess controller;
  private @Nullable Killer killer;
  private @Nullable Namespace namespace;

  private Signet(List<String> keys, List<String> flags) {
    this.keys = keys;
    this.flags = flags;
  }

  /** With the recorded sealing keys of these names restored before the start. */
  public static Signet withKeys(String... recorded) {
    return new Signet(List.of(recorded), List.of(ControllerProcess.NO_RENEWAL));
  }

  /** Makes its own key at its first start. */
  public static Signet asInstalled() {
    return new Signet(List.of(), List.of());
  }

  public Signet flags(String... more) {
    return new Signet(keys, Stream.concat(flags.stream(), Stream.of(more)).toList());
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Installation place = Installation.create(Cluster.current());
    installation = place;
    keys.forEach(place::withKey);
    start().awaitReady();
    if (context.getRequiredTestClass().isAnnotationPresent(KilledAtRandom.class)) {
      killer = Killer.of(this::killAndStart, () -> controller().status("/readyz") == 200);
    }
  }

  /** Under the same address, so that nobody needs to know. */
  private synchronized void killAndStart() {
    ControllerProcess running = controller();
    if (running.isAlive()) {
      running.kill();
      controller = running.again();
    }
  }

  /** Before its fields are made, so that the namespace may be one of them. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext factory, ExtensionContext context) {
    namespace = cluster().newNamespace();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      System.out.println("the controller's last words:\n" + lastLines(controller().log()));
    }
    namespace().delete();
  }

  private static String lastLines(String log) {
    List<String> lines = log.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (killer != null) {
      killer.close();
      killer = null;
    }
    controller().close();
    installation().removeUnrefused();
  }

  public Cluster cluster() {
    return installation().cluster();
  }

  public Installation installation() {
    return present(installation);
  }

  public synchronized ControllerProcess controller() {
    return present(controller);
  }

  /** Of the running test. */
  public Namespace namespace() {
    return present(namespace);
  }

  /** Seals for the running controller as a user would. */
  public Kubeseal kubeseal() {
    return Kubeseal.with(controller().get("/v1/cert.pem"));
  }

  /** Seals without a program: for the first of the restored keys, or for the one that was made. */
  public Sealing sealing() {
    if (!keys.isEmpty()) {
      return Installation.sealing(keys.getFirst());
    }
    JsonNode made = installation().keySecrets().getFirst();
    return Sealing.with(present(Namespace.items(made).get("tls.key")));
  }

  /** In place of the one before, should that one still run. */
  public synchronized ControllerProcess start() {
    if (controller != null) {
      controller.close();
    }
    ControllerProcess started =
        ControllerProcess.start(installation(), installation().kubeconfig(), flags);
    controller = started;
    return started;
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("no test is running");
    }
    return value;
  }
}
