package dev.signet.cli.options;

import static dev.signet.cli.options.FlagType.CSV_LIST;
import static dev.signet.cli.options.FlagType.LEVEL;
import static dev.signet.cli.options.FlagType.LIST;
import static dev.signet.cli.options.FlagType.SEVERITY;
import static dev.signet.cli.options.Group.CONNECTION;
import static dev.signet.cli.options.Group.CONTROLLER;
import static dev.signet.cli.options.Group.EVERYDAY;
import static dev.signet.cli.options.Group.LOG;
import static dev.signet.cli.options.Group.MODES;
import static dev.signet.cli.options.Spelling.bool;
import static dev.signet.cli.options.Spelling.logBool;
import static dev.signet.cli.options.Spelling.text;
import static dev.signet.cli.options.Spelling.value;

import java.util.Locale;

/** The table of flags: what is read, what the help says and what a shell completes come from it. */
public enum Flag {
  CERT(
      EVERYDAY,
      text("cert", "FILE|URL"),
      "Certificate to seal with. Without it the controller in the cluster is asked."),
  SECRET_FILE(
      EVERYDAY,
      text("secret-file", "FILE").shorthand("f"),
      "Secret to read, YAML or JSON, several documents allowed. Without it standard input is"
          + " read."),
  SEALED_SECRET_FILE(
      EVERYDAY,
      text("sealed-secret-file", "FILE").shorthand("w"),
      "File to write instead of standard output. Replaced as a whole, and only when all went"
          + " well. FILE.yaml and FILE.yml are always written as YAML."),
  FORMAT(
      EVERYDAY,
      text("format", "FORMAT").shorthand("o").byDefault("json"),
      "Output format, json or yaml."),
  NAMESPACE(
      EVERYDAY,
      text("namespace", "NAMESPACE").shorthand("n"),
      "Namespace of a Secret that has none. A Secret of another namespace is refused."),
  NAME(
      EVERYDAY,
      text("name", "NAME"),
      "Name of the Secret, over the one in the input. Needed with --raw and strict scope."),
  SCOPE(
      EVERYDAY,
      value("scope", FlagType.SCOPE, "SCOPE").byDefault("strict"),
      "Where the sealed values open: strict (this name and namespace), namespace-wide, or"
          + " cluster-wide. Annotations of the Secret choose it too."),
  ALLOW_EMPTY_DATA(EVERYDAY, bool("allow-empty-data"), "Seal a Secret without any item."),
  HELP(EVERYDAY, bool("help"), "Print this help."),
  VERSION(EVERYDAY, bool("version"), "Print the version."),

  FETCH_CERT(MODES, bool("fetch-cert"), "Print the certificate, for later use with --cert."),
  RAW(
      MODES,
      bool("raw"),
      "Seal one bare value, from --from-file or standard input, and print it as base64."),
  FROM_FILE(
      MODES,
      value("from-file", CSV_LIST, "[KEY=]FILE"),
      "File that holds the value for --raw. A key in front is ignored, as in kubectl."),
  MERGE_INTO(
      MODES,
      text("merge-into", "FILE"),
      "Add the sealed items to the SealedSecret in FILE. Nothing else in FILE changes."),
  VALIDATE(MODES, bool("validate"), "Ask the controller whether a SealedSecret opens."),
  RE_ENCRYPT(
      MODES,
      bool("re-encrypt"),
      "Let the controller seal a SealedSecret again under its newest key. With -f and without -w"
          + " the file is rewritten."),
  ROTATE(MODES, bool("rotate"), "Older name of --re-encrypt."),
  RECOVERY_UNSEAL(
      MODES,
      bool("recovery-unseal"),
      "Open a SealedSecret with the keys of --recovery-private-key, when the cluster is lost."),
  RECOVERY_PRIVATE_KEY(
      MODES,
      value("recovery-private-key", CSV_LIST, "FILE"),
      "Private key, PEM or a backup of the controller's key Secrets. Comma-separated or given"
          + " several times."),

  CONTROLLER_NAME(
      CONTROLLER,
      text("controller-name", "NAME").byDefault("sealed-secrets-controller"),
      "Name of the controller's Service."),
  CONTROLLER_NAMESPACE(
      CONTROLLER,
      text("controller-namespace", "NAMESPACE").byDefault("kube-system"),
      "Namespace of the controller's Service."),

  KUBECONFIG(CONNECTION, text("kubeconfig", "FILE"), "Kubeconfig file."),
  CONTEXT(CONNECTION, text("context", "NAME"), "Context of the kubeconfig."),
  CLUSTER(CONNECTION, text("cluster", "NAME"), "Cluster of the kubeconfig."),
  USER(CONNECTION, text("user", "NAME"), "User of the kubeconfig."),
  SERVER(CONNECTION, text("server", "URL"), "Address of the API server."),
  REQUEST_TIMEOUT(
      CONNECTION,
      text("request-timeout", "TIME").byDefault("0"),
      "Time limit of one request, such as 5s, 2m or 3h; a bare number is seconds."),
  PROXY_URL(CONNECTION, text("proxy-url", "URL"), "HTTP proxy to the API server."),
  TOKEN(CONNECTION, text("token", "TOKEN"), "Bearer token."),
  USERNAME(CONNECTION, text("username", "NAME"), "User name for basic authentication."),
  PASSWORD(CONNECTION, text("password", "TEXT"), "Password for basic authentication."),
  CLIENT_CERTIFICATE(CONNECTION, text("client-certificate", "FILE"), "Client certificate for TLS."),
  CLIENT_KEY(CONNECTION, text("client-key", "FILE"), "Key of the client certificate."),
  CERTIFICATE_AUTHORITY(
      CONNECTION, text("certificate-authority", "FILE"), "Certificate authority of the server."),
  INSECURE_SKIP_TLS_VERIFY(
      CONNECTION,
      bool("insecure-skip-tls-verify"),
      "Trust any certificate of the server. Whoever stands between can then read and answer."),
  TLS_SERVER_NAME(
      CONNECTION, text("tls-server-name", "NAME"), "Name to check the server's certificate for."),
  DISABLE_COMPRESSION(
      CONNECTION, bool("disable-compression"), "Do not ask for compressed answers."),
  AS(CONNECTION, text("as", "NAME"), "User to impersonate."),
  AS_GROUP(CONNECTION, value("as-group", LIST, "NAME"), "Group to impersonate; may be repeated."),
  AS_UID(CONNECTION, text("as-uid", "UID"), "UID to impersonate."),

  V(
      LOG,
      value("v", LEVEL, "LEVEL").shorthand("v").byDefault("0"),
      "How much is told on standard error: from 1 on the fingerprint of the certificate's key,"
          + " from 6 on each request."),
  VMODULE(LOG, value("vmodule", FlagType.VMODULE, "PATTERN=N,..."), "Level by source file."),
  LOGTOSTDERR(LOG, logBool("logtostderr").byDefault("true"), "Log to standard error."),
  ALSOLOGTOSTDERR(LOG, logBool("alsologtostderr"), "Log to standard error as well as to files."),
  ALSOLOGTOSTDERRTHRESHOLD(
      LOG,
      value("alsologtostderrthreshold", SEVERITY, "SEVERITY").byDefault("0"),
      "Least severity for --alsologtostderr."),
  STDERRTHRESHOLD(
      LOG,
      value("stderrthreshold", SEVERITY, "SEVERITY").byDefault("2"),
      "Least severity for standard error."),
  LEGACY_STDERR_THRESHOLD_BEHAVIOR(
      LOG,
      logBool("legacy_stderr_threshold_behavior").byDefault("true"),
      "Ignore --stderrthreshold with --logtostderr."),
  LOG_DIR(LOG, text("log_dir", "DIR"), "Folder for log files."),
  LOG_FILE(LOG, text("log_file", "FILE"), "Log file."),
  LOG_FILE_MAX_SIZE(
      LOG,
      value("log_file_max_size", FlagType.SIZE, "MEGABYTES").byDefault("1800"),
      "Size that a log file may reach."),
  LOG_BACKTRACE_AT(LOG, value("log_backtrace_at", FlagType.TRACE, "FILE:N"), "Line to trace."),
  ADD_DIR_HEADER(LOG, logBool("add_dir_header"), "Name the folder in log lines."),
  ONE_OUTPUT(LOG, logBool("one_output"), "Write each line to the log of its severity alone."),
  SKIP_HEADERS(LOG, logBool("skip_headers"), "Leave out the head of log lines."),
  SKIP_LOG_HEADERS(LOG, logBool("skip_log_headers"), "Leave out the head of log files.");

  private final Group group;
  private final String name;
  private final String shorthand;
  private final FlagType type;
  private final String label;
  private final String byDefault;
  private final String help;

  Flag(Group group, Spelling spelling, String help) {
    this.group = group;
    this.name = spelling.name();
    this.shorthand = spelling.shorthand();
    this.type = spelling.type();
    this.label = spelling.label();
    this.byDefault = spelling.byDefault();
    this.help = help;
  }

  /** The long name, without dashes. */
  public String flagName() {
    return name;
  }

  /** The one letter, without its dash, or empty. */
  public String shorthand() {
    return shorthand;
  }

  public FlagType type() {
    return type;
  }

  /** What stands for the value in the help; empty for a switch. */
  public String label() {
    return label;
  }

  /** The built-in default as text; empty if there is none. */
  public String byDefault() {
    return byDefault;
  }

  public Group group() {
    return group;
  }

  public String help() {
    return help;
  }

  /** Read, but not shown: kept for old scripts. */
  public boolean isHidden() {
    return this == ROTATE;
  }

  /** The flag that it sets: an older name shares the value of the newer. */
  Flag meant() {
    return this == ROTATE ? RE_ENCRYPT : this;
  }

  /** How an error names it: {@code --cert}, or {@code -o, --format}. */
  String inMessages() {
    String dashed = "--" + flagName();
    return shorthand().isEmpty() ? dashed : "-" + shorthand() + ", " + dashed;
  }

  /** The variable that sets the default, or empty: the log flags have none. */
  public String variable() {
    return group == LOG
        ? ""
        : "SEALED_SECRETS_" + flagName().replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
