package dev.signet.cli.options;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which mode wins where flags ask for several: the order of the guards is the rule. */
record ModeChoice(FlagValues flags) {
  private static final Pattern YAML_FILE = Pattern.compile("\\.ya?ml$");
  private static final String[] NAMESPACE_KINDS = {"namespaces/", "namespace/", "ns/"};

  Mode mode() {
    if (flags.isOn(Flag.VERSION)) {
      return new Mode.Version();
    }
    if (flags.isOn(Flag.HELP)) {
      return new Mode.Help();
    }
    if (!flags.list(Flag.FROM_FILE).isEmpty() && !flags.isOn(Flag.RAW)) {
      return new Mode.Contradiction("--from-file requires --raw");
    }
    if (flags.isOn(Flag.RECOVERY_UNSEAL)) {
      return new Mode.Recover(files(""), flags.list(Flag.RECOVERY_PRIVATE_KEY));
    }
    if (flags.isOn(Flag.VALIDATE)) {
      return new Mode.Validate(files(""));
    }
    // Sealing again is a change of the file that was named
    // (https://github.com/bitnami/sealed-secrets/issues/405).
    return flags.isOn(Flag.RE_ENCRYPT)
        ? new Mode.ReEncrypt(files(flags.text(Flag.SECRET_FILE)))
        : withCertificate(flags.text(Flag.CERT));
  }

  private Mode withCertificate(String certificate) {
    if (flags.isOn(Flag.FETCH_CERT)) {
      return new Mode.FetchCert(files(""), certificate);
    }
    String target = flags.text(Flag.MERGE_INTO);
    if (!target.isEmpty()) {
      return new Mode.MergeInto(files(""), certificate, sealing(), target);
    }
    return flags.isOn(Flag.RAW)
        ? new Mode.SealRaw(files(""), certificate, sealing(), flags.list(Flag.FROM_FILE))
        : new Mode.Seal(files(""), certificate, sealing());
  }

  private Mode.Files files(String outputOtherwise) {
    String given = flags.text(Flag.SEALED_SECRET_FILE);
    String output = given.isEmpty() ? outputOtherwise : given;
    Mode.Format format =
        YAML_FILE.matcher(output).find()
            ? new Mode.Format("yaml", true)
            : new Mode.Format(flags.text(Flag.FORMAT), flags.isGiven(Flag.FORMAT));
    return new Mode.Files(flags.text(Flag.SECRET_FILE), output, format);
  }

  private Mode.Sealing sealing() {
    return new Mode.Sealing(
        flags.text(Flag.NAME),
        withoutKind(flags.text(Flag.NAMESPACE)),
        flags.isGiven(Flag.SCOPE) ? flags.text(Flag.SCOPE) : "",
        flags.isOn(Flag.ALLOW_EMPTY_DATA));
  }

  /** {@code ns/x} is x, as kubectl prints it; the kind alone is a name. */
  private static String withoutKind(String namespace) {
    for (String kind : NAMESPACE_KINDS) {
      if (namespace.length() > kind.length()
          && namespace.substring(0, kind.length()).toLowerCase(Locale.ROOT).equals(kind)) {
        return namespace.substring(kind.length());
      }
    }
    return namespace;
  }
}
