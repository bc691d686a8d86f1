package dev.signet.cli.cluster;

import dev.signet.cli.kubeconfig.CredentialSource.ExecPlugin;
import dev.signet.cli.kubeconfig.CredentialSource.Variable;
import dev.signet.cli.terminal.Terminal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs credential plugins
 * (https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins).
 */
final class PluginRun {
  private static final List<String> VERSIONS =
      List.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");

  private final Terminal terminal;
  private final PluginForm form;

  PluginRun(Terminal terminal, PluginForm form) {
    this.terminal = terminal;
    this.form = form;
  }

  /** Runs a plugin to its end: it may ask a person, so there is no time limit. */
  Identity run(ExecPlugin plugin) throws UnusableException {
    if (!VERSIONS.contains(plugin.apiVersion())) {
      throw new UnusableException(
          "exec plugin: invalid apiVersion \"%s\"".formatted(plugin.apiVersion()));
    }
    boolean interactive = isInteractive(plugin);
    List<String> command = new ArrayList<>(plugin.command());
    command.set(0, find(plugin).toString());
    // The folder where we were started may be known as the empty path, which no process takes.
    Path folder = terminal.place().directory().toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    Map<String, String> environment = new HashMap<>(terminal.env());
    for (Variable variable : plugin.environment()) {
      environment.put(variable.name(), variable.value());
    }
    environment.put("KUBERNETES_EXEC_INFO", form.question(plugin, interactive));
    builder.environment().clear();
    builder.environment().putAll(environment);
    if (interactive) {
      builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    }
    return form.answer(plugin, output(plugin, builder, interactive));
  }

  private boolean isInteractive(ExecPlugin plugin) throws UnusableException {
    String mode = plugin.dealings().interactiveMode();
    if (mode.equals("Always") && !terminal.isTyped()) {
      throw new UnusableException(
          "exec plugin cannot support interactive mode: standard input is not a terminal");
    }
    return !mode.equals("Never") && terminal.isTyped();
  }

  /** The program: a path as it is, a bare name on our PATH, which is not that of the JVM. */
  private Path find(ExecPlugin plugin) throws UnusableException {
    String program = plugin.program();
    String path = terminal.env().getOrDefault("PATH", "");
    List<String> folders =
        program.contains("/") ? List.of("") : Arrays.asList(path.split(File.pathSeparator, -1));
    for (String folder : folders) {
      Path candidate = terminal.resolve(folder).resolve(program);
      if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new UnusableException(missing(plugin));
  }

  private static Fault missing(ExecPlugin plugin) {
    List<String> install =
        plugin.installHint().lines().map(PluginRun::printable).filter(it -> !it.isBlank()).toList();
    return Fault.of("exec: executable %s not found".formatted(plugin.program()))
        .hint("the kubeconfig's user needs this credential plugin; install it")
        .hints(install);
  }

  /** Without what would change the state of a terminal. */
  private static String printable(String line) {
    return line.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private byte[] output(ExecPlugin plugin, ProcessBuilder builder, boolean interactive)
      throws UnusableException {
    try {
      Process process = builder.start();
      if (!interactive) {
        process.getOutputStream().close();
      }
      Thread told = Thread.ofVirtual().start(() -> passOn(process.getErrorStream()));
      byte[] output = process.getInputStream().readAllBytes();
      int exit = process.waitFor();
      told.join();
      if (exit != 0) {
        throw new UnusableException(
            "exec: executable %s failed with exit code %d".formatted(plugin.program(), exit));
      }
      return output;
    } catch (IOException e) {
      throw new UnusableException(
          "exec: executable %s cannot be run: %s".formatted(plugin.program(), e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableException("exec: interrupted");
    }
  }

  /** What the plugin has to say to the user. */
  private void passOn(InputStream said) {
    try (said) {
      said.transferTo(terminal.err());
    } catch (IOException e) {
      terminal.err().println("warning: the credential plugin's messages broke off");
    }
  }
}
