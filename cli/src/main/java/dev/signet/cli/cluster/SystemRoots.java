package dev.signet.cli.cluster;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The authorities that this machine trusts, found where Go's programs find them
 * (https://go.dev/src/crypto/x509/root_linux.go), so that a company's own authority works for this
 * command as for kubectl. SSL_CERT_FILE and SSL_CERT_DIR name other places.
 *
 * @param directory what relative paths start from
 */
record SystemRoots(Map<String, String> env, Path directory) {
  private static final List<String> FILES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/tls/cacert.pem",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/cert.pem");
  private static final List<String> FOLDERS = List.of("/etc/ssl/certs", "/etc/pki/tls/certs");

  /** All of them; none if this machine keeps them elsewhere. */
  List<X509Certificate> certificates() {
    String file = env.getOrDefault("SSL_CERT_FILE", "");
    String folders = env.getOrDefault("SSL_CERT_DIR", "");
    List<X509Certificate> all = new ArrayList<>(ofFirst(file.isEmpty() ? FILES : List.of(file)));
    // The usual folders hold the same certificates as the usual file, once each.
    if (!folders.isEmpty()) {
      ofFolders(Arrays.stream(folders.split(":", -1))).forEach(all::add);
    } else if (all.isEmpty() || !file.isEmpty()) {
      ofFolders(FOLDERS.stream()).forEach(all::add);
    }
    return all;
  }

  private List<X509Certificate> ofFirst(List<String> files) {
    return files.stream()
        .map(directory::resolve)
        .filter(Files::isReadable)
        .findFirst()
        .map(SystemRoots::of)
        .orElse(List.of());
  }

  private Stream<X509Certificate> ofFolders(Stream<String> folders) {
    return folders
        .filter(folder -> !folder.isEmpty())
        .map(directory::resolve)
        .flatMap(folder -> files(folder).stream())
        .flatMap(file -> of(file).stream());
  }

  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    } catch (IOException e) {
      return List.of();
    }
    return files;
  }

  private static List<X509Certificate> of(Path file) {
    try {
      return new PemFile(Files.readAllBytes(file)).certificates();
    } catch (IOException e) {
      return List.of();
    }
  }
}
