package dev.signet.cli.peer;

/** Flags that do not belong to the mode: harmless ones, contradicting ones, wrong ones. */
final class OddFlags {
  private final Draw draw;
  private final CommandDraw command;

  OddFlags(Draw draw, CommandDraw command) {
    this.draw = draw;
    this.command = command;
  }

  void add() {
    switch (draw.below(5)) {
      case 0 -> wrong();
      case 1 -> otherMode();
      case 2 -> variable();
      default -> harmless();
    }
  }

  private void wrong() {
    command.word(
        draw.of(
            "--nope",
            "--nope=3",
            "-z",
            "-zoyaml",
            "---cert",
            "--=x",
            "--raw=maybe",
            "--raw=",
            "--scope=team",
            "--scope=Strict",
            "-v=x",
            "--v=2147483648",
            "--form=yaml",
            "--Raw",
            "-cert",
            "--allow_empty_data",
            "--log-dir=x",
            "--vmodule=x",
            "--stderrthreshold=LOUD",
            "--log_backtrace_at=1",
            "--from-file=a\"b",
            "--recovery-private-key=\"a",
            "--log_file_max_size=-1",
            "--insecure-skip-tls-verify=2",
            "--help=x",
            "--version=?",
            "-oyaml=",
            "-h",
            "--one_output=",
            "--alsologtostderrthreshold=9x",
            "--ü",
            "--cert\u0007x",
            "--na\"me=x",
            "--v",
            "-vv"));
  }

  private void otherMode() {
    command.word(
        draw.of(
            "--help=false",
            "--version=false",
            "--raw=false",
            "--raw",
            "--fetch-cert=0",
            "--version",
            "--help",
            "--validate=F",
            "--from-file=x",
            "--from-file=",
            "--recovery-private-key=missing",
            "--name=",
            "--name=given",
            "--merge-into=",
            "--allow-empty-data=false",
            "--rotate=false",
            "--recovery-unseal=false",
            "--re-encrypt=f"));
  }

  private void variable() {
    command.variable(
        draw.of(
            "SEALED_SECRETS_FORMAT",
            "SEALED_SECRETS_SCOPE",
            "SEALED_SECRETS_RAW",
            "SEALED_SECRETS_ALLOW_EMPTY_DATA",
            "SEALED_SECRETS_NAME",
            "SEALED_SECRETS_V",
            "SEALED_SECRETS_format",
            "SEALED_SECRET_FORMAT",
            "SEALED_SECRETS_VERSION",
            "SEALED_SECRETS_SCOPES",
            "SEALED_SECRETS_FETCH_CERT",
            "POD_NAMESPACE"),
        draw.of("yaml", "json", "", "true", "false", "cluster-wide", "x"));
  }

  private void harmless() {
    switch (draw.below(8)) {
      case 0 -> command.word("positional").word("-");
      case 1 -> command.word("");
      case 2 -> command.word("-v", draw.of("0", "1", "-3", "0x4"));
      case 3 -> command.word("--v=" + draw.of("2", "010", "+1"));
      case 4 -> command.word("--as-group=a,b").word("--token", "t").word("--user=u");
      case 5 -> command.word("--controller-name=x").word("--controller-namespace", "y");
      case 6 -> command.word("--request-timeout=bad").word("--proxy-url=::");
      default ->
          command.word(
              draw.of(
                  "--logtostderr=false",
                  "--alsologtostderr",
                  "--stderrthreshold=error",
                  "--skip_headers",
                  "--one_output=true",
                  "--log_file_max_size=0x10",
                  "--vmodule=a=1,b=2",
                  "--log_backtrace_at=a.go:3",
                  "--add_dir_header=0"));
    }
  }
}
