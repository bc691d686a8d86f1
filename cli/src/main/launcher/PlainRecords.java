import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Writes out how records are compared and hashed: as {@link PlainSwitches} for switches, and for the
 * same reason.
 */
final class PlainRecords {
  private static final String BOOTSTRAPS = "Ljava/lang/runtime/ObjectMethods;";
  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final MethodTypeDesc HASH =
      MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object);
  private static final MethodTypeDesc EQUAL =
      MethodTypeDesc.of(
          ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

  private final ClassFile classFile;

  PlainRecords(ClassFile classFile) {
    this.classFile = classFile;
  }

  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    ClassDesc self = model.thisClass().asSymbol();
    List<Field> fields =
        model.fields().stream()
            .filter(field -> (field.flags().flagsMask() & ClassFile.ACC_STATIC) == 0)
            .map(field -> new Field(field.fieldName().stringValue(), field.fieldTypeSymbol()))
            .toList();
    return classFile.transformClass(
        model,
        ClassTransform.transformingMethodBodies((code, it) -> write(code, it, self, fields)));
  }

  private record Field(String name, ClassDesc type) {
    boolean isCompared() {
      return type.isClassOrInterface() || type.isArray() || isInt();
    }

    boolean isInt() {
      return TypeKind.from(type).asLoadable() == TypeKind.INT;
    }
  }

  private static void write(
      CodeBuilder code, CodeElement element, ClassDesc self, List<Field> fields) {
    boolean isPlain = fields.stream().allMatch(Field::isCompared);
    if (isPlain && element instanceof InvokeDynamicInstruction call && isOfRecord(call)) {
      switch (call.name().stringValue()) {
        case "equals" -> equals(code, self, fields);
        case "hashCode" -> hashCode(code, self, fields);
        default -> code.with(element);
      }
    } else {
      code.with(element);
    }
  }

  private static boolean isOfRecord(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    return bootstrap.owner().descriptorString().equals(BOOTSTRAPS);
  }

  /** On the stack: this record and the other object. */
  private static void equals(CodeBuilder code, ClassDesc self, List<Field> fields) {
    Label differs = code.newLabel();
    Label end = code.newLabel();
    code.pop2().aload(1).instanceOf(self).ifeq(differs);
    for (Field field : fields) {
      code.aload(0).getfield(self, field.name(), field.type());
      code.aload(1).checkcast(self).getfield(self, field.name(), field.type());
      if (field.isInt()) {
        code.if_icmpne(differs);
      } else {
        code.invokestatic(OBJECTS, "equals", EQUAL).ifeq(differs);
      }
    }
    code.iconst_1().goto_(end).labelBinding(differs).iconst_0().labelBinding(end);
  }

  /** On the stack: this record. */
  private static void hashCode(CodeBuilder code, ClassDesc self, List<Field> fields) {
    code.pop().iconst_0();
    for (Field field : fields) {
      code.bipush(31).imul().aload(0).getfield(self, field.name(), field.type());
      if (!field.isInt()) {
        code.invokestatic(OBJECTS, "hashCode", HASH);
      }
      code.iadd();
    }
  }
}
