package dev.signet.demo;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;
import java.util.stream.Stream;

/** Sets the stage, tells the story, and clears the stage whatever happens. */
final class Main {
  private static final String NAMESPACE = "signet-demo";

  private final Settings settings;
  private final Screen screen = new Screen(System.out, onTerminal());
  private final Cleanup cleanup = new Cleanup();

  private Main(Settings settings) {
    this.settings = settings;
  }

  /** Arguments: the project's folder, then those of {@code ./demo}. */
  public static void main(String[] args) {
    // The mock server announces itself; the story does not.
    LogManager.getLogManager().reset();
    Path house = Path.of(args[0]);
    List<String> arguments = Arrays.asList(args).subList(1, args.length);
    try {
      new Main(Settings.read(house, arguments)).run();
    } catch (DemoException | IOException | KubernetesClientException failed) {
      System.err.println("error: " + failed.getMessage());
      System.exit(1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private void run() throws DemoException, IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(cleanup::run));
    try {
      perform();
    } finally {
      cleanup.run();
    }
  }

  private void perform() throws DemoException, IOException, InterruptedException {
    Path folder = Files.createTempDirectory("signet-demo-");
    cleanup.add(() -> delete(folder));
    Path repository = Files.createDirectory(folder.resolve("repository"));
    Shell shell = new Shell(repository, settings.programs(), screen);
    shell.output(
        "git init -q . && git config user.name demo && git config user.email demo@example.com"
            + " && git config commit.gpgsign false");

    Stage stage = settings.has(Settings.Choice.CLUSTER) ? real() : embedded(folder);
    Cluster cluster = stage.cluster();
    for (HasMetadata object : cluster.parse(Files.readAllBytes(settings.crd()))) {
      if (!cluster.has(object)) {
        cluster.apply(object);
        cleanup.add(() -> cluster.delete(object));
      }
    }
    cluster.createNamespace(NAMESPACE);
    cleanup.add(() -> cluster.deleteNamespace(NAMESPACE));

    Path log = folder.resolve("controller.log");
    ControllerProcess controller =
        new ControllerProcess(settings.controller(), stage.kubeconfig(), NAMESPACE, log);
    cleanup.add(controller::close);
    controller.awaitReady();
    SyncLoop sync = new SyncLoop(repository, cluster, NAMESPACE, screen::say);
    cleanup.add(sync::close);
    sync.start();

    new Story(cluster, NAMESPACE, shell, screen).tell(folder, controller.certificate());
    new Farewell(settings, screen).say(folder, stage.kubeconfig());
    if (settings.has(Settings.Choice.KEEP)) {
      new CountDownLatch(1).await();
    }
  }

  /** Where the story takes place. */
  private record Stage(Cluster cluster, Path kubeconfig) {}

  private Stage embedded(Path folder) throws DemoException, IOException, InterruptedException {
    EmbeddedApi api = new EmbeddedApi();
    cleanup.add(api::close);
    Path kubeconfig = folder.resolve("kubeconfig");
    Files.writeString(kubeconfig, api.kubeconfig());
    Cluster cluster = new Cluster(Config.fromKubeconfig(api.kubeconfig()));
    cleanup.add(cluster::close);
    cluster.await();
    screen.say("The cluster is an embedded API. It stores and watches objects, and is not a");
    screen.say("Kubernetes: no rights, no validation, no garbage collection.");
    return new Stage(cluster, kubeconfig);
  }

  private Stage real() throws DemoException, IOException, InterruptedException {
    Path kubeconfig = new CurrentKubeconfig(System.getenv()).file();
    Cluster cluster = new Cluster(Config.fromKubeconfig(kubeconfig.toFile()));
    cleanup.add(cluster::close);
    cluster.await();
    screen.say("The cluster is %s".formatted(cluster.address()));
    screen.say("This will, until the demo ends:");
    screen.say(
        "  - install the CustomResourceDefinition sealedsecrets.bitnami.com if it is missing");
    screen.say("  - create namespace %s, with all that the demo makes".formatted(NAMESPACE));
    screen.say("  - run the controller as a process on this machine, for that namespace alone");
    if (!settings.has(Settings.Choice.YES) && !agreed()) {
      throw new DemoException("nothing was changed");
    }
    return new Stage(cluster, kubeconfig);
  }

  private boolean agreed() throws IOException {
    screen.say("Go on? [y/N]");
    int answer = System.in.read();
    return answer == 'y' || answer == 'Y';
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
