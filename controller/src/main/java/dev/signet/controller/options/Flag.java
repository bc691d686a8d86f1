package dev.signet.controller.options;

import static dev.signet.controller.options.Flag.Kind.BOOL;
import static dev.signet.controller.options.Flag.Kind.DURATION;
import static dev.signet.controller.options.Flag.Kind.FLOAT;
import static dev.signet.controller.options.Flag.Kind.INT;
import static dev.signet.controller.options.Flag.Kind.STRING;

import java.util.Locale;
import java.util.Optional;

/** Every flag, in the order of the help text. The name of the constant is the name of the flag. */
enum Flag {
  ACCEPT_DEPRECATED_V1_DATA(BOOL, "true", "accept the deprecated field spec.data"),
  ADDITIONAL_NAMESPACES(
      STRING, "", "comma list: watch these and the own namespace instead of all namespaces"),
  ALL_NAMESPACES(BOOL, "true", "watch all namespaces; false: the own namespace alone"),
  KEY_CUTOFF_TIME(
      STRING, "", "make a new key at start if the latest is older (as printed by date -R)"),
  KEY_ORDER_PRIORITY(
      STRING, "CertNotBefore", "which key is latest: CertNotBefore or SecretCreationTimestamp"),
  KEY_PREFIX(STRING, "sealed-secrets-key", "prefix of the names of new key Secrets"),
  KEY_RENEW_PERIOD(DURATION, "720h0m0s", "age at which the latest key is renewed; 0: never"),
  KEY_SIZE(INT, "4096", "RSA bits of new keys, 2048 to 16384"),
  KEY_TTL(DURATION, "87600h0m0s", "validity of the certificates of new keys"),
  KUBECLIENT_BURST(INT, "10", "API calls allowed at once, if --kubeclient-qps is given"),
  KUBECLIENT_QPS(FLOAT, "-1", "limit of API calls a second; negative: no limit"),
  LABEL_SELECTOR(STRING, "", "handle only the SealedSecrets with these labels"),
  LISTEN_ADDR(STRING, ":8080", "address of certificate, verify, rotate and health"),
  LISTEN_METRICS_ADDR(STRING, ":8081", "address of metrics"),
  LOG_FORMAT(STRING, "text", "text or json"),
  LOG_INFO_STDOUT(BOOL, "true", "DEBUG and INFO to stdout; false: everything to stderr"),
  LOG_LEVEL(STRING, "INFO", "DEBUG, INFO, WARN or ERROR"),
  MAX_UNSEAL_RETRIES(
      INT, "5", "retries after which an object counts as failing; it is tried again for ever"),
  METRICS_OMIT_SECRET_LABELS(BOOL, "false", "no metric that names a SealedSecret"),
  MY_CN(STRING, "", "common name in the certificates of new keys"),
  OLD_GC_BEHAVIOR(
      BOOL, "false", "delete the Secret of a deleted SealedSecret without the garbage collector"),
  PRIVATEKEY_ANNOTATIONS(STRING, "", "comma list of key=value: annotations of new key Secrets"),
  PRIVATEKEY_LABELS(STRING, "", "comma list of key=value: labels of new key Secrets"),
  RATE_LIMIT(INT, "2", "sustained requests a second to verify, and to rotate"),
  RATE_LIMIT_BURST(INT, "2", "requests above the rate limit that may come at once"),
  READ_TIMEOUT(DURATION, "2m0s", "time to read an HTTP request"),
  ROTATE_PERIOD(DURATION, "720h0m0s", ""),
  SKIP_RECREATE(
      BOOL, "false", "do not watch Secrets; a deleted one comes back at the next change only"),
  TEMPLATE_LIMITS(
      STRING, "", "comma list of limit=number: what templates may use; see docs/templates.md"),
  UPDATE_STATUS(BOOL, "true", "write the status of SealedSecrets"),
  VERSION(BOOL, "false", "print the version and exit"),
  WATCH_FOR_SECRETS(BOOL, "false", "no effect: changes of key Secrets are always acted on"),
  WRITE_TIMEOUT(DURATION, "2m0s", "time to write an HTTP answer");

  enum Kind {
    STRING,
    INT,
    BOOL,
    DURATION,
    FLOAT;

    /** As the help names it; a switch has no value to name. */
    String word() {
      return switch (this) {
        case STRING -> "string";
        case INT -> "int";
        case BOOL -> "";
        case DURATION -> "duration";
        case FLOAT -> "float32";
      };
    }
  }

  private static final String ENVIRONMENT_PREFIX = "SEALED_SECRETS_";

  private final Kind kind;
  private final String ifNotGiven;
  private final String help;

  Flag(Kind kind, String ifNotGiven, String help) {
    this.kind = kind;
    this.ifNotGiven = ifNotGiven;
    this.help = help;
  }

  static Optional<Flag> named(String name) {
    for (Flag flag : values()) {
      if (flag.text().equals(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  Kind kind() {
    return kind;
  }

  String ifNotGiven() {
    return ifNotGiven;
  }

  String help() {
    return help;
  }

  /** The old name of another flag: it writes that one's value. */
  boolean isDeprecated() {
    return this == ROTATE_PERIOD;
  }

  /** The flag whose value this one sets. */
  Flag target() {
    return this == ROTATE_PERIOD ? KEY_RENEW_PERIOD : this;
  }

  /** Without the dashes. */
  String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String variable() {
    return ENVIRONMENT_PREFIX + name();
  }
}
