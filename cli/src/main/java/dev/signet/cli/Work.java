package dev.signet.cli;

import dev.signet.cli.action.CertificateFile;
import dev.signet.cli.action.CertificateSource;
import dev.signet.cli.action.Failure;
import dev.signet.cli.action.FetchCert;
import dev.signet.cli.action.FormatChoice;
import dev.signet.cli.action.MergeInto;
import dev.signet.cli.action.MergeSealer;
import dev.signet.cli.action.Notices;
import dev.signet.cli.action.ReEncrypt;
import dev.signet.cli.action.Recover;
import dev.signet.cli.action.Result;
import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.action.Seal;
import dev.signet.cli.action.SealRaw;
import dev.signet.cli.action.SealingKeyChoice;
import dev.signet.cli.action.SealingRules;
import dev.signet.cli.action.SecretSealer;
import dev.signet.cli.action.ToldCertificate;
import dev.signet.cli.cluster.Surroundings;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.files.Output;
import dev.signet.cli.files.Outputs;
import dev.signet.cli.kubeconfig.ClusterLookup;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.options.Flag;
import dev.signet.cli.options.FlagValues;
import dev.signet.cli.options.Mode;
import dev.signet.cli.resource.ScopeName;
import dev.signet.cli.terminal.Progress;
import dev.signet.cli.terminal.Terminal;
import dev.signet.crypto.PublicKey;
import dev.signet.crypto.Sealer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Opens the files of a mode and runs it. The order of things is kubeseal's: input, then output,
 * then what the mode needs, each before the next is touched.
 */
final class Work {
  private static final Set<String> WEB = Set.of("http", "https");

  private final Terminal terminal;
  private final Clock clock;
  private final Supplier<Sealer> sealer;
  private final FlagValues flags;
  private final Inputs inputs;
  private final Progress progress;
  private final Notices notices;

  Work(Terminal terminal, Clock clock, Supplier<Sealer> sealer, FlagValues flags) {
    this.terminal = terminal;
    this.clock = clock;
    this.sealer = sealer;
    this.flags = flags;
    this.inputs = new Inputs(terminal);
    this.progress = Progress.begin(terminal, flags.text(Flag.SEALED_SECRET_FILE).isEmpty(), clock);
    this.notices = new Notices(progress);
  }

  Result run(Mode.Work mode) {
    Result result = open(mode);
    progress.close();
    notices.print(terminal.err());
    return result;
  }

  private Result open(Mode.Work mode) {
    String file = mode.files().secretFile();
    try (InputStream input = file.isEmpty() ? terminal.in() : inputs.open(file)) {
      return open(mode, input);
    } catch (FileFault e) {
      return Failed.of(
          e.reason() == FileFault.Reason.DIRECTORY
              ? Failure.of(e)
              : Failure.of("Could not read file specified with --secret-file")
                  .hint(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Result open(Mode.Work mode, InputStream input) {
    noteTerminal(mode);
    hintAtUnread(mode);
    try (Output output = new Outputs(terminal).open(mode.files().sealedSecretFile())) {
      warnAboutKeys(mode);
      Result result = run(mode, input, output);
      if (result instanceof Done && mode.hasOutput()) {
        output.deliver();
      }
      return result;
    } catch (FileFault e) {
      return Failed.of(Failure.of(e));
    } catch (UncheckedIOException e) {
      String file = mode.files().secretFile();
      return Failed.of(Failure.of(FileFault.reading(file.isEmpty() ? "/dev/stdin" : file, e)));
    }
  }

  /** As kubeseal has it: by the flags, whatever mode has won. */
  private void noteTerminal(Mode.Work mode) {
    boolean readsManifest = !flags.isOn(Flag.RAW) && !flags.isOn(Flag.FETCH_CERT);
    if (readsManifest && mode.files().secretFile().isEmpty() && terminal.isTyped()) {
      terminal.err().print("(tty detected: expecting json/yaml k8s resource in stdin)\n");
    }
  }

  /** Words that belong to no flag mean nothing, also where one was meant to be read. */
  private void hintAtUnread(Mode.Work mode) {
    boolean isFileGiven = !mode.files().secretFile().isEmpty();
    if (mode instanceof Mode.SealRaw && isFileGiven) {
      hintNow("--raw seals standard input or --from-file; -f is ignored");
    }
    if (!isFileGiven && !(mode instanceof Mode.SealRaw || mode instanceof Mode.FetchCert)) {
      flags.words().stream()
          .filter(inputs::isFile)
          .findFirst()
          .ifPresent(it -> hintNow("%s is ignored; to read it, say -f %s".formatted(it, it)));
    }
  }

  /** Told at once, as standard input may keep the user waiting. */
  private void hintNow(String text) {
    terminal.err().print("hint: " + text + "\n");
  }

  private void warnAboutKeys(Mode.Work mode) {
    if (!(mode instanceof Mode.Recover) && !flags.list(Flag.RECOVERY_PRIVATE_KEY).isEmpty()) {
      terminal
          .err()
          .print(
              "warning: ignoring --recovery-private-key because unseal command not chosen with"
                  + " --recovery-unseal\n");
    }
  }

  private Result run(Mode.Work mode, InputStream input, Output output) throws FileFault {
    return switch (mode) {
      case Mode.Recover recover ->
          new Recover(inputs, recover.keyFiles(), input, recover.files().format().name(), notices)
              .run(output);
      case Mode.Validate validate -> inCluster().validate(input);
      case Mode.ReEncrypt reEncrypt -> reEncrypt(reEncrypt.files(), input, output);
      case Mode.FetchCert fetch -> new FetchCert(source(fetch.certificate()), output).run();
      case Mode.MergeInto merge -> withKey(merge.certificate(), key -> merge(merge, key, input));
      case Mode.SealRaw raw ->
          withKey(
              raw.certificate(),
              key ->
                  new SealRaw(terminal, rules(raw.sealing()), raw.fromFiles(), sealer.get(), key)
                      .run(output));
      case Mode.Seal seal -> withKey(seal.certificate(), key -> seal(seal, key, input, output));
    };
  }

  private Result seal(Mode.Seal mode, PublicKey key, InputStream input, Output output)
      throws FileFault {
    SecretSealer secretSealer = new SecretSealer(sealer.get(), key, rules(mode.sealing()));
    return new Seal(
            new DocumentReader(input), secretSealer, mode.files().format().name(), output, notices)
        .run();
  }

  private Result merge(Mode.MergeInto mode, PublicKey key, InputStream input) throws FileFault {
    Sealer one = sealer.get();
    MergeSealer mergeSealer =
        new MergeSealer(rules(mode.sealing()), rules -> new SecretSealer(one, key, rules));
    Mode.Format format = mode.files().format();
    return new MergeInto(
            mode.target(),
            inputs,
            new Outputs(terminal),
            mergeSealer,
            new FormatChoice(format.name(), format.isChosen()))
        .run(input, notices);
  }

  private Result reEncrypt(Mode.Files files, InputStream input, Output output) throws FileFault {
    boolean isOwn =
        !files.secretFile().isEmpty() && files.secretFile().equals(files.sealedSecretFile());
    return inCluster()
        .reEncrypt(
            input,
            files.format().name(),
            isOwn ? ReEncrypt.Target.INPUT_FILE : ReEncrypt.Target.ANOTHER,
            output);
  }

  private interface WithKey {
    Result run(PublicKey key) throws FileFault;
  }

  private Result withKey(String certificate, WithKey then) throws FileFault {
    return switch (SealingKeyChoice.from(source(certificate), clock, notices)) {
      case SealingKeyChoice.Refused(Failure failure) -> Failed.of(failure);
      case SealingKeyChoice.Chosen(PublicKey key) -> then.run(key);
    };
  }

  private CertificateSource source(String certificate) {
    CertificateSource source = plainSource(certificate);
    return flags.level() > 0 ? new ToldCertificate(source, notices) : source;
  }

  private CertificateSource plainSource(String certificate) {
    if (certificate.isEmpty()) {
      return inCluster().certificate();
    }
    Optional<String> scheme = CertificateFile.scheme(certificate);
    return scheme.isPresent() && WEB.contains(scheme.get())
        ? inCluster().certificateAt(certificate)
        : new CertificateFile(inputs, certificate);
  }

  private InCluster inCluster() {
    return new InCluster(new Surroundings(terminal, clock, flags.level()), flags, notices);
  }

  private SealingRules rules(Mode.Sealing sealing) {
    ClusterLookup lookup = new ClusterLookup(terminal);
    KubeContext context = new KubeContext(lookup, new ClusterFlags(flags).options());
    return new SealingRules(
        sealing.name(),
        new SealingRules.Namespace(sealing.namespace(), context),
        sealing.scope().isEmpty() ? null : ScopeName.of(sealing.scope()),
        sealing.allowsEmptyData());
  }
}
