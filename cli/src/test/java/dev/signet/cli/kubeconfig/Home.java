package dev.signet.cli.kubeconfig;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.cli.kubeconfig.ClusterAccess.Unusable;
import dev.signet.cli.kubeconfig.ClusterAccess.Usable;
import dev.signet.cli.kubeconfig.ClusterOptions.Impersonation;
import dev.signet.cli.kubeconfig.ClusterOptions.Login;
import dev.signet.cli.kubeconfig.ClusterOptions.Selection;
import dev.signet.cli.kubeconfig.ClusterOptions.Server;
import dev.signet.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A folder to keep kubeconfigs in, and lookups from there. */
final class Home {
  final Path folder;
  private final Map<String, String> env = new TreeMap<>();

  Home(Path folder) {
    this.folder = folder;
    env.put("HOME", folder.toString());
  }

  Home file(String name, String text) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Home variable(String name, String value) {
    env.put(name, value);
    return this;
  }

  Terminal terminal() {
    return new Terminal(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
        new Terminal.Place(folder, env),
        Set.of());
  }

  private ClusterLookup lookup() {
    return new ClusterLookup(terminal(), folder.resolve("serviceaccount"));
  }

  Usable usable(ClusterOptions options) {
    return switch (lookup().access(options)) {
      case Usable usable -> usable;
      case Unusable(String error) -> throw new AssertionError(error);
    };
  }

  String error(ClusterOptions options) {
    return switch (lookup().access(options)) {
      case Usable usable -> throw new AssertionError("it is usable");
      case Unusable(String error) -> error.replace(folder.toString(), "~");
    };
  }

  Optional<String> namespace(ClusterOptions options) {
    return lookup().namespace(options);
  }

  static ClusterOptions kubeconfig(String name) {
    return with(new Selection(name, "", "", ""));
  }

  static ClusterOptions with(Selection selection) {
    return new ClusterOptions(selection, Server.NONE, Login.NONE, Impersonation.NONE, "");
  }

  static ClusterOptions with(Server server) {
    return new ClusterOptions(Selection.NONE, server, Login.NONE, Impersonation.NONE, "");
  }

  static ClusterOptions with(Login login) {
    return new ClusterOptions(Selection.NONE, Server.NONE, login, Impersonation.NONE, "");
  }

  static ClusterOptions with(Impersonation impersonation) {
    return new ClusterOptions(Selection.NONE, Server.NONE, Login.NONE, impersonation, "");
  }
}
