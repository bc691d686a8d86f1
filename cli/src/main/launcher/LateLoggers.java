import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Has loggers looked up where something is logged, no longer when a class is initialised.
 *
 * <p>The first look-up sets the JDK's logging up, which takes the command a tenth of its time. What
 * is logged are settings that nobody makes here.
 */
final class LateLoggers {
  private static final ClassDesc LOGGER = ClassDesc.of("java.util.logging.Logger");
  private static final MethodTypeDesc LOOK_UP =
      MethodTypeDesc.of(LOGGER, ConstantDescs.CD_String);

  private final ClassFile classFile;

  LateLoggers(ClassFile classFile) {
    this.classFile = classFile;
  }

  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    boolean logs =
        model.fields().stream().anyMatch(field -> field.fieldTypeSymbol().equals(LOGGER));
    return logs ? classFile.transformClass(model, transform(model)) : bytes;
  }

  private static ClassTransform transform(ClassModel model) {
    ClassDesc self = model.thisClass().asSymbol();
    return (type, element) -> {
      switch (element) {
        case MethodModel method when isInitialiser(method) ->
            type.transformMethod(
                method, MethodTransform.transformingCode(LateLoggers::withoutLookUp));
        case MethodModel method ->
            type.transformMethod(
                method,
                MethodTransform.transformingCode((code, it) -> withLookUp(self, code, it)));
        default -> type.with(element);
      }
    };
  }

  private static boolean isInitialiser(MethodModel method) {
    return method.methodName().equalsString(ConstantDescs.CLASS_INIT_NAME);
  }

  private static void withoutLookUp(CodeBuilder code, CodeElement element) {
    if (element instanceof InvokeInstruction call
        && call.owner().asSymbol().equals(LOGGER)
        && call.typeSymbol().equals(LOOK_UP)) {
      code.pop().aconst_null();
    } else {
      code.with(element);
    }
  }

  /** Bouncy Castle names its loggers after the class. */
  private static void withLookUp(ClassDesc self, CodeBuilder code, CodeElement element) {
    if (element instanceof FieldInstruction field && field.typeSymbol().equals(LOGGER)) {
      String name = self.packageName() + "." + self.displayName();
      code.loadConstant(name).invokestatic(LOGGER, "getLogger", LOOK_UP);
    } else {
      code.with(element);
    }
  }
}
