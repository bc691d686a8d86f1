package dev.signet.crds;

import static dev.signet.crds.Trees.sealedSecret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.crds.Spec.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SealedSecretTest {
  @Test
  void a_whole_object_is_read() {
    SealedSecret it =
        sealedSecret(
            """
            {'metadata':{'namespace':'a','name':'b','uid':'u','resourceVersion':'7',
            'generation':3,'annotations':{'x':'y'},'labels':{'l':'m'}},
            'spec':{'encryptedData':{'two':'BBBB','one':'AAAA'},'template':{'type':'t',
            'immutable':true,'metadata':{'labels':{'k':'v'},'annotations':{'p':'q'},
            'creationTimestamp':null},'data':{'file':'{{ .one }}','gone':null}}}}""");
    assertEquals(
        "a b u 7", String.join(" ", it.namespace(), it.name(), it.uid(), it.resourceVersion()));
    assertEquals(3, it.generation());
    assertEquals(Map.of("x", "y"), it.annotations());
    assertEquals(Map.of("l", "m"), it.labels());
    assertFalse(it.isDeleting());
    Spec spec = read(it);
    assertEquals(List.of("two", "one"), List.copyOf(spec.encryptedData().keySet()));
    assertEquals(new Item.Text("AAAA"), spec.encryptedData().get("one"));
    assertNull(spec.data());
    assertEquals(
        new Spec.Template(
            Map.of("k", "v"),
            Map.of("p", "q"),
            "t",
            true,
            new Spec.TemplateData(Map.of("file", "{{ .one }}"), Set.of("gone"))),
        spec.template());
  }

  @Test
  @Tag("C-121")
  @Tag("C-118")
  void what_is_null_is_absent() {
    Spec empty = read(sealedSecret("{}"));
    assertEquals(empty, read(sealedSecret("{'spec':null}")));
    assertEquals(
        empty,
        read(sealedSecret("{'spec':{'encryptedData':{'k':null},'data':null,'template':null}}")));
    assertEquals(
        empty,
        read(
            sealedSecret(
                "{'spec':{'template':{'metadata':null,'data':null,'type':'','immutable':null}}}")));
  }

  @Test
  @Tag("C-117")
  void an_item_that_is_no_string_is_told_from_one_that_is() {
    Spec spec =
        read(
            sealedSecret(
                "{'spec':{'encryptedData':{'map':{'a':'b'},'n':7,'b':true,'l':[],'s':'x'}}}"));
    assertEquals(
        Map.of(
            "map", new Item.NoText(),
            "n", new Item.NoText(),
            "b", new Item.NoText(),
            "l", new Item.NoText(),
            "s", new Item.Text("x")),
        spec.encryptedData());
  }

  @Test
  @Tag("C-182")
  void a_malformed_field_is_named_with_what_it_must_be() {
    record Case(String spec, String message) {}
    String time = " must be a time such as 2006-01-02T15:04:05Z";
    List<Case> cases =
        List.of(
            new Case("7", "spec must be a map"),
            new Case("{'encryptedData':[]}", "spec.encryptedData must be a map"),
            new Case("{'data':{}}", "spec.data must be a string"),
            new Case("{'template':'x'}", "spec.template must be a map"),
            new Case("{'template':{'type':7}}", "spec.template.type must be a string"),
            new Case(
                "{'template':{'immutable':'y'}}", "spec.template.immutable must be true or false"),
            new Case("{'template':{'data':'x'}}", "spec.template.data must be a map"),
            new Case("{'template':{'data':{'k':[]}}}", "spec.template.data.k must be a string"),
            new Case(metadata("'creationTimestamp':'garbage'"), field("creationTimestamp") + time),
            new Case(metadata("'deletionTimestamp':''"), field("deletionTimestamp") + time),
            new Case(
                metadata("'creationTimestamp':'2024-1-1T00:00:00Z'"),
                field("creationTimestamp") + time),
            new Case(
                metadata("'managedFields':'x'"),
                field("managedFields") + " must be a list of maps"),
            new Case(
                metadata("'managedFields':[{'time':'x'}]"), field("managedFields[0].time") + time),
            new Case(metadata("'generation':1.5"), field("generation") + " must be a whole number"),
            new Case(metadata("'generation':'1'"), field("generation") + " must be a whole number"),
            new Case(metadata("'labels':[]"), field("labels") + " must be a map of strings"),
            new Case(metadata("'labels':{'a':1}"), field("labels") + " must be a map of strings"),
            new Case(
                metadata("'annotations':{'a':{}}"),
                field("annotations") + " must be a map of strings"),
            new Case(
                metadata("'finalizers':[1]"), field("finalizers") + " must be a list of strings"),
            new Case(
                metadata("'ownerReferences':{}"),
                field("ownerReferences") + " must be a list of maps"),
            new Case(
                metadata("'ownerReferences':[{},{'controller':'x'}]"),
                field("ownerReferences[1].controller") + " must be true or false"),
            new Case(metadata("'name':7"), field("name") + " must be a string"),
            new Case("{'template':{'metadata':'x'}}", "spec.template.metadata must be a map"));
    for (Case it : cases) {
      SpecReading reading = sealedSecret("{'spec':" + it.spec + "}").spec();
      assertTrue(reading instanceof SpecReading.Malformed, it.spec);
      assertEquals(it.message, ((SpecReading.Malformed) reading).message());
    }
  }

  @Test
  void odd_metadata_that_a_typed_client_can_read_is_no_fault() {
    read(
        sealedSecret(
            "{'spec':"
                + metadata(
                    """
                    'creationTimestamp':'2024-01-01T00:00:00.5+02:00','unknown':{'deep':[1]},
                    'labels':{'a':null},'finalizers':[],'ownerReferences':[],'generation':-1""")
                + "}"));
  }

  @Test
  void nothing_makes_reading_fail() {
    SealedSecret it = sealedSecret("{'metadata':[],'status':7,'spec':null}");
    assertEquals("", it.name());
    assertEquals(0, it.generation());
    assertEquals(Map.of(), it.annotations());
    assertEquals(List.of(), it.status().conditions());
    assertEquals(
        Map.of("b", "c"),
        sealedSecret("{'metadata':{'annotations':{'a':1,'b':'c'}}}").annotations());
  }

  @Test
  void the_light_form_has_no_ciphertext_and_says_so() {
    SealedSecret whole =
        sealedSecret(
            "{'metadata':{'name':'n'},'spec':{'encryptedData':{'k':'AAAA'},'data':'BBBB','template':{}}}");
    SealedSecret light = whole.withoutCiphertexts();
    assertEquals(
        "{\"metadata\":{\"name\":\"n\"},\"spec\":{\"template\":{}}}", light.toTree().toString());
    assertTrue(whole.toTree().toString().contains("AAAA"));
    assertFalse(whole.toString().contains("AAAA"));
  }

  @Test
  void a_copy_handed_out_changes_nothing() {
    SealedSecret it = sealedSecret("{'metadata':{'name':'n'}}");
    it.toTree().put("x", "y");
    assertFalse(it.toTree().has("x"));
  }

  private static String metadata(String fields) {
    return "{'template':{'metadata':{" + fields + "}}}";
  }

  private static String field(String name) {
    return "spec.template.metadata." + name;
  }

  private static Spec read(SealedSecret it) {
    return switch (it.spec()) {
      case SpecReading.Read(Spec spec) -> spec;
      case SpecReading.Malformed malformed -> throw new AssertionError(malformed.message());
    };
  }
}
