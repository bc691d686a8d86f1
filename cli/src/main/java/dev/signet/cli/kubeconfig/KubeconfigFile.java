package dev.signet.cli.kubeconfig;

import dev.signet.cli.kubeconfig.ClusterEntry.ServerTrust;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.CredentialSource.AuthProvider;
import dev.signet.cli.kubeconfig.CredentialSource.Dealings;
import dev.signet.cli.kubeconfig.CredentialSource.ExecPlugin;
import dev.signet.cli.kubeconfig.CredentialSource.Variable;
import dev.signet.cli.kubeconfig.Kubeconfig.ContextEntry;
import dev.signet.cli.kubeconfig.UserEntry.ClientCertificate;
import dev.signet.cli.kubeconfig.UserEntry.Impersonated;
import dev.signet.cli.kubeconfig.UserEntry.Password;
import dev.signet.cli.kubeconfig.UserEntry.Pem;
import dev.signet.cli.kubeconfig.UserEntry.Token;
import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.manifest.Node;
import dev.signet.cli.manifest.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of one kubeconfig. */
final class KubeconfigFile {
  private static final String PLUGIN_CONFIG = "client.authentication.k8s.io/exec";

  private final Path folder;

  /**
   * Makes a reader.
   *
   * @param folder where the file is: what relative paths in it start from
   */
  KubeconfigFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the first document; there never is a second.
   *
   * @throws MalformedException if the text is no kubeconfig
   */
  Kubeconfig read(byte[] text) throws MalformedException {
    List<Document> documents = DocumentReader.readAll(text);
    if (documents.isEmpty()) {
      return Kubeconfig.EMPTY;
    }
    return switch (documents.getFirst()) {
      case Document.Broken broken ->
          throw new MalformedException("line " + broken.line() + ": " + broken.reason());
      case Document.Tree tree -> kubeconfig(new Fields(tree.root(), ""));
    };
  }

  private Kubeconfig kubeconfig(Fields root) throws MalformedException {
    String kind = root.text("kind");
    String version = root.text("apiVersion");
    boolean isConfig = kind.isEmpty() || kind.equals("Config");
    boolean isFirst = version.isEmpty() || version.equals("v1");
    if (!isConfig || !isFirst) {
      throw new MalformedException(
          "no kind \"%s\" is registered for version \"%s\"".formatted(kind, version));
    }
    return new Kubeconfig(
        root.text("current-context"),
        named(root, "contexts", "context", KubeconfigFile::context),
        named(root, "clusters", "cluster", this::cluster),
        named(root, "users", "user", this::user));
  }

  private interface Reading<T> {
    T read(Fields fields) throws MalformedException;
  }

  private static <T> Map<String, T> named(
      Fields root, String list, String inner, Reading<T> reading) throws MalformedException {
    Map<String, T> entries = new LinkedHashMap<>();
    for (Fields entry : root.objects(list)) {
      String name = entry.text("name");
      if (entries.put(name, reading.read(entry.object(inner))) != null) {
        throw new MalformedException("duplicate name \"%s\" in %s".formatted(name, list));
      }
    }
    return entries;
  }

  private static ContextEntry context(Fields fields) throws MalformedException {
    return new ContextEntry(fields.text("cluster"), fields.text("user"), fields.text("namespace"));
  }

  private ClusterEntry cluster(Fields fields) throws MalformedException {
    ServerTrust trust =
        new ServerTrust(
            file(fields.text("certificate-authority")),
            fields.data("certificate-authority-data"),
            fields.text("tls-server-name"),
            !fields.flag("insecure-skip-tls-verify"));
    return new ClusterEntry(
        fields.text("server"),
        fields.text("proxy-url"),
        !fields.flag("disable-compression"),
        trust,
        pluginConfig(fields).orElse(null));
  }

  private static Optional<Value> pluginConfig(Fields cluster) throws MalformedException {
    for (Fields extension : cluster.objects("extensions")) {
      if (extension.text("name").equals(PLUGIN_CONFIG)) {
        return extension.node("extension").map(Node::toValue);
      }
    }
    return Optional.empty();
  }

  private UserEntry user(Fields fields) throws MalformedException {
    Impersonation who =
        new Impersonation(fields.text("as"), fields.text("as-uid"), fields.texts("as-groups"));
    return new UserEntry(
        new Token(fields.text("token"), file(fields.text("tokenFile"))),
        new Password(fields.text("username"), fields.text("password")),
        new ClientCertificate(pem(fields, "client-certificate"), pem(fields, "client-key")),
        new Impersonated(who, fields.listsOf("as-user-extra")),
        source(fields).orElse(null));
  }

  private Pem pem(Fields user, String name) throws MalformedException {
    return new Pem(file(user.text(name)), user.data(name + "-data"));
  }

  private Optional<CredentialSource> source(Fields user) throws MalformedException {
    Optional<Fields> exec = user.present("exec");
    if (exec.isPresent()) {
      return Optional.of(plugin(exec.get()));
    }
    Optional<Fields> provider = user.present("auth-provider");
    return provider.isEmpty() ? Optional.empty() : Optional.of(provider(provider.get()));
  }

  private static CredentialSource provider(Fields provider) throws MalformedException {
    return new AuthProvider(provider.text("name"), provider.object("config").text("id-token"));
  }

  private ExecPlugin plugin(Fields exec) throws MalformedException {
    List<String> command = new ArrayList<>();
    String program = exec.text("command");
    // A bare name is looked for on PATH, as a shell does it.
    command.add(program.contains("/") ? file(program) : program);
    command.addAll(exec.texts("args"));
    List<Variable> environment = new ArrayList<>();
    for (Fields variable : exec.objects("env")) {
      environment.add(new Variable(variable.text("name"), variable.text("value")));
    }
    return new ExecPlugin(
        exec.text("apiVersion"),
        command,
        environment,
        new Dealings(interactiveMode(exec), exec.flag("provideClusterInfo")),
        exec.text("installHint"));
  }

  /** The field is as young as v1: what asks for an older version may leave it out. */
  private static String interactiveMode(Fields exec) throws MalformedException {
    String mode = exec.text("interactiveMode");
    boolean isOlder =
        exec.text("apiVersion").matches("client\\.authentication\\.k8s\\.io/v1(alpha|beta)1");
    return mode.isEmpty() && isOlder ? "IfAvailable" : mode;
  }

  private String file(String path) {
    return path.isEmpty() ? "" : folder.resolve(path).normalize().toString();
  }
}
