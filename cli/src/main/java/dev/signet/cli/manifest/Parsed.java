package dev.signet.cli.manifest;

import dev.signet.cli.manifest.Document.Remark;
import java.util.List;

/** A document twice: as it is written and as it is meant. */
record Parsed(Syntax syntax, Node node, List<Remark> remarks) {}
