package dev.signet.cli.resource;

import static dev.signet.cli.resource.Shape.Field.always;
import static dev.signet.cli.resource.Shape.Field.given;
import static dev.signet.cli.resource.Shape.Field.optional;
import static dev.signet.cli.resource.Shape.Leaf.ANYTHING;
import static dev.signet.cli.resource.Shape.Leaf.BASE64;
import static dev.signet.cli.resource.Shape.Leaf.FLAG;
import static dev.signet.cli.resource.Shape.Leaf.LENIENT_TEXTS;
import static dev.signet.cli.resource.Shape.Leaf.TEMPLATES;
import static dev.signet.cli.resource.Shape.Leaf.TEXT;
import static dev.signet.cli.resource.Shape.Leaf.TEXTS;
import static dev.signet.cli.resource.Shape.Leaf.TIME;
import static dev.signet.cli.resource.Shape.Leaf.WHOLE;

import dev.signet.cli.resource.Shape.ListOf;
import dev.signet.cli.resource.Shape.Struct;

/** The API's types, as far as the command reads or writes them, fields in the order of Go. */
final class Shapes {
  private static final Struct OWNER =
      Struct.of(
          always("apiVersion", TEXT),
          always("kind", TEXT),
          always("name", TEXT),
          always("uid", TEXT),
          given("controller", FLAG),
          given("blockOwnerDeletion", FLAG));

  private static final Struct MANAGED_FIELDS =
      Struct.of(
          optional("manager", TEXT),
          optional("operation", TEXT),
          optional("apiVersion", TEXT),
          optional("time", TIME),
          optional("fieldsType", TEXT),
          given("fieldsV1", ANYTHING),
          optional("subresource", TEXT));

  static final Struct METADATA =
      Struct.of(
          optional("name", TEXT),
          optional("generateName", TEXT),
          optional("namespace", TEXT),
          optional("selfLink", TEXT),
          optional("uid", TEXT),
          optional("resourceVersion", TEXT),
          optional("generation", WHOLE),
          optional("creationTimestamp", TIME),
          optional("deletionTimestamp", TIME),
          given("deletionGracePeriodSeconds", WHOLE),
          optional("labels", TEXTS),
          optional("annotations", TEXTS),
          optional("ownerReferences", new ListOf(OWNER)),
          optional("finalizers", new ListOf(TEXT)),
          optional("managedFields", new ListOf(MANAGED_FIELDS)));

  /** A Secret without its items, which are read apart: their values are no text to show. */
  static final Struct SECRET =
      Struct.of(
          optional("kind", TEXT),
          optional("apiVersion", TEXT),
          always("metadata", METADATA),
          given("immutable", FLAG),
          optional("type", TEXT));

  private static final Struct TEMPLATE =
      Struct.of(
          always("metadata", METADATA),
          optional("type", TEXT),
          given("immutable", FLAG),
          optional("data", TEMPLATES));

  private static final Struct CONDITION =
      Struct.of(
          always("type", TEXT),
          always("status", TEXT),
          always("lastUpdateTime", TIME),
          always("lastTransitionTime", TIME),
          optional("reason", TEXT),
          optional("message", TEXT));

  static final Struct SEALED_SECRET =
      Struct.of(
          optional("kind", TEXT),
          optional("apiVersion", TEXT),
          always("metadata", METADATA),
          always(
              "spec",
              Struct.of(
                  always("template", TEMPLATE),
                  optional("data", BASE64),
                  always("encryptedData", LENIENT_TEXTS))),
          given(
              "status",
              Struct.of(
                  optional("observedGeneration", WHOLE),
                  optional("conditions", new ListOf(CONDITION)))));

  private Shapes() {}
}
