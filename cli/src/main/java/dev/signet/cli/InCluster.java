package dev.signet.cli;

import dev.signet.cli.action.CertificateSource;
import dev.signet.cli.action.Failure;
import dev.signet.cli.action.Notices;
import dev.signet.cli.action.ReEncrypt;
import dev.signet.cli.action.Result;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.action.SealedInput;
import dev.signet.cli.action.Validate;
import dev.signet.cli.cluster.CertificateAnswer;
import dev.signet.cli.cluster.CertificateUrl;
import dev.signet.cli.cluster.Controller;
import dev.signet.cli.cluster.Fault;
import dev.signet.cli.cluster.RotateAnswer;
import dev.signet.cli.cluster.Search;
import dev.signet.cli.cluster.Surroundings;
import dev.signet.cli.cluster.VerifyAnswer;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Output;
import dev.signet.cli.manifest.DocumentReader;
import dev.signet.cli.options.Flag;
import dev.signet.cli.options.FlagValues;
import dev.signet.cli.resource.SealedManifest;
import dev.signet.crypto.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The modes' way to the cluster and to addresses. The one class through which classes of the
 * Kubernetes client are loaded: who seals offline never gets here.
 */
final class InCluster {
  private final FlagValues flags;
  private final Surroundings surroundings;
  private final Notices notices;

  InCluster(Surroundings surroundings, FlagValues flags, Notices notices) {
    this.flags = flags;
    this.surroundings = surroundings;
    this.notices = notices;
  }

  CertificateSource certificate() {
    return () ->
        switch (find()) {
          case Search.Missing(Fault fault) -> new CertificateSource.Answer.Missing(failure(fault));
          case Search.Found(Controller controller) -> answer(controller.fetchCertificate());
        };
  }

  CertificateSource certificateAt(String url) {
    return () -> answer(CertificateUrl.fetch(url, surroundings));
  }

  Result validate(InputStream input) {
    return switch (find()) {
      case Search.Missing(Fault fault) -> Failed.of(failure(fault));
      case Search.Found(Controller controller) ->
          switch (SealedInput.read(new DocumentReader(input))) {
            case SealedInput.Refused(Failure failure, List<SealedManifest> others)
                when others.isEmpty() ->
                Failed.of(failure);
            case SealedInput.Refused(Failure failure, List<SealedManifest> others) ->
                Failed.of(failure).and(validate(controller, others).failures());
            case SealedInput.Read(List<SealedManifest> manifests) ->
                validate(controller, manifests).run();
          };
    };
  }

  private Validate validate(Controller controller, List<SealedManifest> manifests) {
    return new Validate(it -> verified(controller, it.text()), documents(manifests));
  }

  private Validate.Answer verified(Controller controller, String text) {
    notices.step();
    return answer(controller.verify(text));
  }

  private ReEncrypt.Answer rotated(Controller controller, String body) {
    notices.step();
    return answer(controller.rotate(body));
  }

  private static List<Validate.Document> documents(List<SealedManifest> manifests) {
    return manifests.stream()
        .map(it -> new Validate.Document(it.metadata().name(), it.body()))
        .toList();
  }

  private static Validate.Answer answer(VerifyAnswer answer) {
    return switch (answer) {
      case VerifyAnswer.Opens() -> new Validate.Answer.Opens();
      case VerifyAnswer.DoesNotOpen() -> new Validate.Answer.DoesNotOpen();
      case VerifyAnswer.Failed(Fault fault) -> new Validate.Answer.Missing(failure(fault));
    };
  }

  Result reEncrypt(InputStream input, String format, ReEncrypt.Target target, Output output)
      throws FileFault {
    return switch (find()) {
      case Search.Missing(Fault fault) -> Failed.of(failure(fault));
      case Search.Found(Controller controller) ->
          new ReEncrypt(bytes(input), it -> rotated(controller, it), format, target).run(output);
    };
  }

  private static byte[] bytes(InputStream input) {
    try {
      return input.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReEncrypt.Answer answer(RotateAnswer answer) {
    return switch (answer) {
      case RotateAnswer.Rotated(String json) -> new ReEncrypt.Answer.Rotated(json);
      case RotateAnswer.DoesNotOpen() -> new ReEncrypt.Answer.DoesNotOpen();
      case RotateAnswer.Failed(Fault fault) -> new ReEncrypt.Answer.Missing(failure(fault));
    };
  }

  private Search find() {
    Controller.Place place =
        new Controller.Place(
            flags.text(Flag.CONTROLLER_NAMESPACE), flags.text(Flag.CONTROLLER_NAME));
    return Controller.find(place, new ClusterFlags(flags).options(), surroundings);
  }

  private static CertificateSource.Answer answer(CertificateAnswer answer) {
    return switch (answer) {
      case CertificateAnswer.Failed(Fault fault) ->
          new CertificateSource.Answer.Missing(failure(fault));
      case CertificateAnswer.Fetched(Bytes bytes) -> new CertificateSource.Answer.Fetched(bytes);
    };
  }

  private static Failure failure(Fault fault) {
    return new Failure(fault.error(), fault.hints());
  }
}
