package dev.signet.cli.cluster;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Server names that the JDK takes for none, so that it finds them in no certificate, and that
 * clusters have all the same: those with an underscore. They are looked for as RFC 6125, section
 * 6.4, has it: letter case aside, and a star stands for the first label alone.
 */
final class OddName {
  private static final Pattern ODD = Pattern.compile("[^:]*[^A-Za-z0-9.:-][^:]*");
  private static final int DNS_NAME = 2;

  private OddName() {}

  static boolean isOdd(@Nullable String name) {
    return name != null && ODD.matcher(name).matches();
  }

  /** Passes over names that are not odd: the JDK has looked for those. */
  static void check(@Nullable String name, X509Certificate certificate)
      throws CertificateException {
    if (name == null || !isOdd(name)) {
      return;
    }
    Collection<List<?>> names =
        Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
    boolean isAmong =
        names.stream()
            .filter(entry -> entry.get(0).equals(DNS_NAME))
            .anyMatch(entry -> covers(String.valueOf(entry.get(1)), name));
    if (!isAmong) {
      throw new CertificateException("No name matching " + name + " found");
    }
  }

  static boolean covers(String pattern, String name) {
    int dot = name.indexOf('.');
    if (pattern.startsWith("*.") && dot > 0) {
      return pattern.substring(1).equalsIgnoreCase(name.substring(dot));
    }
    return pattern.equalsIgnoreCase(name);
  }
}
