package dev.signet.cli.action;

import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.files.Output;
import dev.signet.cli.resource.ScopeName;
import dev.signet.cli.terminal.Terminal;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.PublicKey;
import dev.signet.crypto.Scope;
import dev.signet.crypto.SealedText;
import dev.signet.crypto.Sealer;
import java.util.List;
import java.util.Optional;

/** Seals one bare value, byte for byte as it is. */
public final class SealRaw {
  private static final String NEEDED = "must provide the --%s flag with --raw and --scope %s";

  private final Terminal terminal;
  private final SealingRules rules;
  private final List<String> fromFiles;
  private final Sealer sealer;
  private final PublicKey key;

  public SealRaw(
      Terminal terminal, SealingRules rules, List<String> fromFiles, Sealer sealer, PublicKey key) {
    this.terminal = terminal;
    this.rules = rules;
    this.fromFiles = List.copyOf(fromFiles);
    this.sealer = sealer;
    this.key = key;
  }

  public Result run(Output output) throws FileFault {
    ScopeName scope = scope();
    String namespace = "";
    if (scope != ScopeName.CLUSTER_WIDE) {
      Optional<String> found = rules.namespace().whereMissing();
      if (found.isEmpty()) {
        return Failed.of(withoutNamespace());
      }
      namespace = found.get();
    }
    if (scope == ScopeName.STRICT && rules.name().isEmpty()) {
      return Failed.of(Failure.of(NEEDED.formatted("name", scope.text())));
    }
    if (fromFiles.size() > 1) {
      return Failed.of(
          Failure.of("must provide only one --from-file when encrypting a single item with --raw"));
    }
    Plaintext value = Plaintext.of(read());
    Scope place = scope.at(namespace, rules.name());
    output.write(SealedText.encode(sealer.seal(key, place, value)));
    return new Done();
  }

  private ScopeName scope() {
    ScopeName chosen = rules.scope();
    return chosen == null ? ScopeName.STRICT : chosen;
  }

  private Failure withoutNamespace() {
    String complaint = rules.namespace().context().complaint();
    // A file that cannot be read is the user's to mend; one that is not there is no fault.
    return complaint.startsWith("error loading config file")
        ? Failure.of(complaint).hint("or give the namespace with -n")
        : Failure.of(NEEDED.formatted("namespace", scope().text())).hint(complaint);
  }

  private byte[] read() throws FileFault {
    Inputs inputs = new Inputs(terminal);
    if (!fromFiles.isEmpty()) {
      String file = fromFiles.getFirst();
      // The key in front is kubectl's, where it names the item; here there is but one.
      return inputs.read(file.substring(file.indexOf('=') + 1));
    }
    if (terminal.isTyped()) {
      terminal.err().print("(tty detected: expecting a secret to encrypt in stdin)\n");
    }
    byte[] value = inputs.readStandardInput();
    if (terminal.isTyped() && value.length > 0 && value[value.length - 1] == '\n') {
      terminal
          .err()
          .print(
              "warning: the value ends with the newline of the Enter key, which is sealed too; end"
                  + " the input with Ctrl-D twice, or use --from-file\n");
    }
    return value;
  }
}
