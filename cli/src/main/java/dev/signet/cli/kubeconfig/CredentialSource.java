package dev.signet.cli.kubeconfig;

import java.util.List;

/** Something that hands out credentials, where the kubeconfig holds none itself. */
public sealed interface CredentialSource {
  /**
   * A program that is run and answers with a token or a certificate.
   *
   * @param apiVersion the form in which it is asked and answers
   * @param command the program and its arguments; a path is resolved against the kubeconfig's
   *     folder; empty if nothing was said
   * @param environment variables on top of ours, in order
   * @param installHint what to tell whoever does not have it
   */
  record ExecPlugin(
      String apiVersion,
      List<String> command,
      List<Variable> environment,
      Dealings dealings,
      String installHint)
      implements CredentialSource {
    public ExecPlugin {
      command = List.copyOf(command);
      environment = List.copyOf(environment);
    }

    public String program() {
      return command.getFirst();
    }
  }

  record Variable(String name, String value) {
    /** Without the value: people put keys there. */
    @Override
    public String toString() {
      return "Variable[" + name + "]";
    }
  }

  /**
   * How a plugin is to be run.
   *
   * @param interactiveMode {@code Never}, {@code IfAvailable} or {@code Always}; empty if unsaid
   * @param wantsCluster whether it is told about the cluster
   */
  record Dealings(String interactiveMode, boolean wantsCluster) {}

  /**
   * A method that client libraries once had built in.
   *
   * @param idToken the token that {@code oidc} got last; empty if there is none
   */
  record AuthProvider(String name, String idToken) implements CredentialSource {
    @Override
    public String toString() {
      return "AuthProvider[" + name + "]";
    }
  }
}
