package dev.signet.crypto;

import java.util.Locale;

/** Guesses from its content what a file is that was taken for another: for hints, nothing else. */
final class FileLook {
  private static final int DER_SEQUENCE = 0x30;
  private static final int DER_LONG_LENGTH = 0x80;

  private FileLook() {}

  /** What to say of a file in which no certificate was found. */
  static String withoutCertificate(byte[] file, String text) {
    if (text.contains("-----BEGIN CERTIFICATE-----")) {
      return "its certificate is indented, has header lines, is no base64, or lacks its END line";
    }
    if (text.contains("-----BEGIN CERTIFICATE REQUEST-----")) {
      return "the file holds a request for a certificate, not the certificate";
    }
    if (text.contains("PRIVATE KEY-----")) {
      return "the file holds a private key; seal with the certificate: kubeseal --fetch-cert";
    }
    if (text.contains("PUBLIC KEY-----") || text.startsWith("ssh-")) {
      return "the file holds a bare public key; seal with the certificate: kubeseal --fetch-cert";
    }
    if (isDer(file)) {
      return "the file is not text; if it is DER: openssl x509 -inform der -in FILE -out CERT.pem";
    }
    if (text.contains("apiVersion")) {
      return "the file is a Kubernetes object; a key Secret has the certificate in tls.crt, base64";
    }
    return ofAnyKind(text, "-----BEGIN CERTIFICATE-----");
  }

  /** What to say of a file in which no private key was found. */
  static String withoutKey(byte[] file, String text) {
    if (text.contains("-----BEGIN OPENSSH PRIVATE KEY-----")) {
      return "the file holds a key in OpenSSH's own form: ssh-keygen -p -m pkcs8 -f COPY";
    }
    if (text.contains("PRIVATE KEY-----")) {
      return "its private key is indented, is no base64, or lacks its END line";
    }
    if (text.contains("-----BEGIN CERTIFICATE-----")) {
      return "the file holds a certificate; its private key is wanted";
    }
    if (text.contains("PUBLIC KEY-----") || text.startsWith("ssh-")) {
      return "the file holds a public key; its private key is wanted";
    }
    if (isDer(file)) {
      return "the file is not text; if it is DER: openssl pkey -inform der -in FILE -out KEY.pem";
    }
    return ofAnyKind(text, "-----BEGIN RSA PRIVATE KEY-----");
  }

  private static String ofAnyKind(String text, String wanted) {
    String start = text.substring(0, Math.min(text.length(), 1000)).strip();
    if (start.isEmpty()) {
      return "the file is empty";
    }
    if (start.startsWith("version https://git-lfs.github.com/spec/")) {
      return "the file is a Git LFS pointer: git lfs pull";
    }
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype") || lower.startsWith("<html")) {
      return "the file is a web page, such as a log-in or an error page";
    }
    return "the file holds no line " + wanted;
  }

  private static boolean isDer(byte[] file) {
    return file.length > 2 && file[0] == DER_SEQUENCE && (file[1] & DER_LONG_LENGTH) != 0;
  }
}
