package dev.signet.cli.action;

import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Output;
import dev.signet.crypto.Bytes;

/** Prints the certificate as it is, good or not, so that it can be kept for later. */
public final class FetchCert {
  private final CertificateSource source;
  private final Output output;

  public FetchCert(CertificateSource source, Output output) {
    this.source = source;
    this.output = output;
  }

  public Result run() throws FileFault {
    return switch (source.fetch()) {
      case CertificateSource.Answer.Missing(Failure failure) -> Failed.of(failure);
      case CertificateSource.Answer.Fetched(Bytes bytes) -> {
        output.write(bytes.toArray());
        yield new Done();
      }
    };
  }
}
