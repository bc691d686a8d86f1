package dev.signet.demo;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param house the folder of the project, with the programs built
 */
record Settings(Path house, Set<Choice> choices) {
  enum Choice {
    /** Stay up and go on syncing until Ctrl-C. */
    KEEP,
    /** Use the cluster of the current kubeconfig. */
    CLUSTER,
    /** Do not ask before changing a cluster. */
    YES
  }

  static Settings read(Path house, List<String> arguments) throws DemoException {
    Set<Choice> choices = EnumSet.noneOf(Choice.class);
    for (String argument : arguments) {
      choices.add(
          switch (argument) {
            case "--keep" -> Choice.KEEP;
            case "--cluster" -> Choice.CLUSTER;
            case "--yes" -> Choice.YES;
            default -> throw new DemoException("unknown argument: " + argument);
          });
    }
    return new Settings(house, choices);
  }

  boolean has(Choice choice) {
    return choices.contains(choice);
  }

  Path controller() {
    return house.resolve("controller/target/controller/bin/controller");
  }

  Path programs() {
    return house.resolve("cli/target/kubeseal/bin");
  }

  Path crd() {
    return house.resolve("deploy/crds/sealedsecrets.bitnami.com.yaml");
  }
}
