package dev.signet.cli.cluster;

import dev.signet.cli.cluster.CertificateAnswer.Fetched;
import dev.signet.cli.cluster.Reply.Answered;
import dev.signet.cli.cluster.Reply.Late;
import dev.signet.cli.cluster.Reply.Silent;
import dev.signet.cli.kubeconfig.ClusterAccess.Unusable;
import dev.signet.cli.kubeconfig.ClusterAccess.Usable;
import dev.signet.cli.kubeconfig.ClusterLookup;
import dev.signet.cli.kubeconfig.ClusterOptions;
import dev.signet.crypto.Bytes;

/** The controller of one cluster, reached through the API server's service proxy. */
public final class Controller {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  /** The Service to look for. */
  public record Place(String namespace, String name) {}

  private final ApiServer server;
  private final String service;
  private final String path;

  Controller(ApiServer server, ServicePath path) {
    this.server = server;
    this.service = path.proxied();
    this.path = path.proxy();
  }

  /**
   * Reads the configuration and looks the Service up: one request, the first of every run that
   * needs the cluster.
   */
  public static Search find(Place place, ClusterOptions options, Surroundings surroundings) {
    return switch (new ClusterLookup(surroundings.terminal()).access(options)) {
      case Unusable(String error) ->
          new Search.Missing(Fault.of(error).hint(NextStep.WITHOUT_CLUSTER));
      case Usable usable -> find(place, usable, options.requestTimeout(), surroundings);
    };
  }

  private static Search find(
      Place place, Usable access, String requestTimeout, Surroundings surroundings) {
    RequestLog log = new RequestLog(surroundings.terminal().err(), surroundings.verbosity());
    access.files().forEach(log::kubeconfig);
    try {
      TimeLimit limit = TimeLimit.parse(requestTimeout);
      ApiServer server = ApiServer.connect(access, limit, surroundings);
      return new ServiceSearch(server, place).search();
    } catch (UnusableException e) {
      return new Search.Missing(e.fault());
    }
  }

  /** The certificate to seal with, whatever the controller says it is. */
  public CertificateAnswer fetchCertificate() {
    Outgoing question = server.get(path + "/v1/cert.pem", "application/x-pem-file, */*");
    return switch (server.ask(question)) {
      case Answered(Incoming answer) when answer.isSuccess() ->
          new Fetched(Bytes.of(answer.body()));
      case Reply reply -> new CertificateAnswer.Failed(unfetched(reply, question));
    };
  }

  private Fault unfetched(Reply reply, Outgoing question) {
    Fault fault = fault("cannot fetch certificate: %s", reply, question);
    return isRefused(reply, FORBIDDEN) ? fault.hint(NextStep.RIGHTS) : fault;
  }

  /**
   * Asks whether a SealedSecret opens.
   *
   * @param document the SealedSecret as compact JSON
   */
  public VerifyAnswer verify(String document) {
    Outgoing question = server.post(path + "/v1/verify", document);
    return switch (server.ask(question)) {
      case Answered(Incoming answer) when answer.isSuccess() -> new VerifyAnswer.Opens();
      case Answered(Incoming answer) when isConflict(answer, question) ->
          new VerifyAnswer.DoesNotOpen();
      case Reply reply ->
          new VerifyAnswer.Failed(fault("cannot validate sealed secret: %s", reply, question));
    };
  }

  /**
   * Has a SealedSecret sealed anew under the newest key.
   *
   * @param document the SealedSecret as compact JSON
   */
  public RotateAnswer rotate(String document) {
    Outgoing question = server.post(path + "/v1/rotate", document);
    return switch (server.ask(question)) {
      case Answered(Incoming answer) when answer.isSuccess() ->
          new RotateAnswer.Rotated(answer.text());
      case Answered(Incoming answer) when isConflict(answer, question) ->
          new RotateAnswer.DoesNotOpen();
      case Reply reply ->
          new RotateAnswer.Failed(fault("cannot re-encrypt secret: %s", reply, question));
    };
  }

  private boolean isConflict(Incoming answer, Outgoing question) {
    return Refusal.of(answer, question, service).code() == CONFLICT;
  }

  private Fault fault(String format, Reply reply, Outgoing question) {
    String why =
        switch (reply) {
          case Answered(Incoming answer) -> Refusal.of(answer, question, service).why();
          case Silent(String said) -> said;
          case Late late ->
              late.text()
                  + ": the control plane seems not to reach port 8080 of the controller's pod,"
                  + " as in private clusters whose firewall blocks it; open the port, or seal"
                  + " with --cert";
        };
    Fault fault = Fault.of(format.formatted(why));
    return isRefused(reply, UNAUTHORIZED) ? fault.hint(NextStep.CREDENTIALS) : fault;
  }

  private static boolean isRefused(Reply reply, int status) {
    return reply instanceof Answered(Incoming it) && it.status() == status;
  }
}
