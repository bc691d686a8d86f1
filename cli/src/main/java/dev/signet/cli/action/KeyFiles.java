package dev.signet.cli.action;

import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Inputs;
import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.resource.SecretReader;
import dev.signet.cli.resource.SecretReading;
import dev.signet.crypto.KeyReading;
import dev.signet.crypto.Plaintext;
import dev.signet.crypto.SealingKey;
import java.util.ArrayList;
import java.util.List;

/** Private keys from files: PEM, or a backup of the controller's key Secrets. */
final class KeyFiles {
  /** What came of reading the files. */
  sealed interface Reading {
    record Read(List<SealingKey> keys) implements Reading {
      public Read {
        keys = List.copyOf(keys);
      }
    }

    record Refused(Failure failure) implements Reading {}
  }

  private KeyFiles() {}

  /** Stops at the first file without a key: who gives a file means it. */
  static Reading read(Inputs inputs, List<String> names) throws FileFault {
    List<SealingKey> keys = new ArrayList<>();
    for (String name : names) {
      byte[] content = inputs.read(name);
      Reading reading =
          switch (SealingKey.readPrivateKeys(content)) {
            case KeyReading.Read(List<SealingKey> all) -> new Reading.Read(all);
            case KeyReading.NoKey none -> backup(name, content, none);
            case KeyReading.Fault fault -> refused(name, fault);
          };
      switch (reading) {
        case Reading.Refused refused -> {
          return refused;
        }
        case Reading.Read read -> keys.addAll(read.keys());
      }
    }
    return new Reading.Read(keys);
  }

  private static Reading backup(String name, byte[] content, KeyReading.NoKey noPem) {
    List<SealingKey> keys = new ArrayList<>();
    for (Document document : DocumentReader.readAll(content)) {
      if (document instanceof Document.Tree tree) {
        for (SecretReading reading : SecretReader.read(tree)) {
          Reading key = keySecret(name, reading);
          switch (key) {
            case Reading.Refused refused -> {
              return refused;
            }
            case Reading.Read read -> keys.addAll(read.keys());
          }
        }
      }
    }
    return keys.isEmpty() ? refused(name, noPem) : new Reading.Read(keys);
  }

  private static Reading keySecret(String name, SecretReading reading) {
    return switch (reading) {
      case SecretReading.Blank blank -> new Reading.Read(List.of());
      case SecretReading.Unfit unfit -> {
        Failures failures = new Failures();
        failures.add(unfit.misfits());
        yield new Reading.Refused(failures.first().hint("the key file is " + name));
      }
      case SecretReading.Read read -> {
        Plaintext pem = read.secret().items().get("tls.key");
        yield pem == null
            ? new Reading.Refused(
                Failure.of("secret must contain a 'tls.data' key")
                    .hint("%s: %s has no item tls.key".formatted(name, read.secret().origin())))
            : fromSecret(name, pem);
      }
    };
  }

  private static Reading fromSecret(String name, Plaintext pem) {
    return switch (SealingKey.readPrivateKeys(pem.reveal())) {
      case KeyReading.Read(List<SealingKey> all) -> new Reading.Read(all);
      case KeyReading.Fault fault ->
          new Reading.Refused(
              hinted(Failure.of(fault.message()), fault).hint("the key file is " + name));
    };
  }

  private static Reading refused(String name, KeyReading.Fault fault) {
    return new Reading.Refused(
        hinted(Failure.of("cannot read a private key from " + name, fault.message()), fault));
  }

  private static Failure hinted(Failure failure, KeyReading.Fault fault) {
    return fault.hint().map(failure::hint).orElse(failure);
  }
}
