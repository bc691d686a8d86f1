package dev.signet.cli.resource;

import dev.signet.cli.manifest.Document;
import dev.signet.cli.manifest.Node;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.crypto.IllegalBase64Exception;
import java.util.ArrayList;
import java.util.List;

/** What was noticed while one document was read. */
final class Findings {
  private final int document;
  private final Document.Notation notation;
  private boolean standIns;
  private final List<Misfit> misfits = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  Findings(Document.Tree document) {
    this.document = document.number();
    this.notation = document.notation();
    for (Document.Remark remark : document.remarks()) {
      remark(remark.line(), remark.text());
    }
  }

  void unfit(Node node, FieldPath path, String wanted) {
    misfits.add(
        new Misfit(
            "cannot read document %d: %s: want %s".formatted(document, path, wanted), place(node)));
  }

  /** Base64 that is none has kubeseal's own words, which name no field. */
  void illegalBase64(Node node, FieldPath path, IllegalBase64Exception fault) {
    misfits.add(
        new Misfit(
            "illegal base64 data at input byte " + fault.offset(),
            "%s, %s".formatted(path, place(node))));
  }

  /** A plain scalar that becomes another string than a person reads. */
  void changed(Scalar scalar, FieldPath path) {
    String kind =
        switch (scalar.type()) {
          case BOOLEAN -> "true or false";
          case NULL -> "nothing";
          case INTEGER, FLOAT, STRING -> "a number";
        };
    remark(
        scalar.at().line(),
        "%s stands for %s and is sealed as such; put it in quotes to keep it as it is written"
            .formatted(path, kind));
  }

  private void remark(int line, String text) {
    remarks.add("document %d, line %d: %s".formatted(document, line, text));
  }

  private String place(Node node) {
    return "document %d, line %d".formatted(document, node.at().line());
  }

  /**
   * How the document is read. JSON that does not fit its type is read once more, as the YAML that
   * it is too: there a number may stand for a string.
   */
  Document.Notation notation() {
    return standIns ? Document.Notation.YAML : notation;
  }

  /** Something else than a string stands where a string is wanted. */
  void standIn() {
    standIns = true;
  }

  List<Misfit> misfits() {
    return List.copyOf(misfits);
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }
}
