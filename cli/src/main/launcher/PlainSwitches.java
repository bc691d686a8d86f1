import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the pattern switches of a class; one instance for each.
 *
 * <p>javac has each of them choose its case with a method that the JVM writes while the program
 * runs. No start-up cache keeps such methods, and writing the dozens that one seal meets takes a
 * quarter of its time. What they do is a chain of instanceof; here it is written into the class.
 */
final class PlainSwitches {
  private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";

  private final ClassFile classFile;
  private final List<InvokeDynamicInstruction> switches = new ArrayList<>();

  PlainSwitches(ClassFile classFile) {
    this.classFile = classFile;
  }

  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    ClassDesc self = model.thisClass().asSymbol();
    boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    ClassTransform calls =
        ClassTransform.transformingMethodBodies(
            (code, element) -> {
              if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
                code.invokestatic(
                    self, "typeSwitch$" + switches.size(), call.typeSymbol(), isInterface);
                switches.add(call);
              } else {
                code.with(element);
              }
            });
    byte[] rewritten =
        classFile.transformClass(model, calls.andThen(ClassTransform.endHandler(this::addChains)));
    return switches.isEmpty() ? bytes : rewritten;
  }

  /** Whether all cases are types; constants among them are left to javac's way. */
  private static boolean isTypeSwitch(InvokeDynamicInstruction call) {
    DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
    return bootstrap.owner().descriptorString().equals(BOOTSTRAPS)
        && bootstrap.methodName().equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(label -> label instanceof ClassDesc);
  }

  private void addChains(ClassBuilder builder) {
    for (int i = 0; i < switches.size(); i++) {
      List<ConstantDesc> labels = switches.get(i).bootstrapArgs();
      builder.withMethodBody(
          "typeSwitch$" + i,
          switches.get(i).typeSymbol(),
          ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
          code -> chain(code, labels));
    }
  }

  /** As SwitchBootstraps.typeSwitch describes it: -1 for null, else the first label that fits. */
  private static void chain(CodeBuilder code, List<ConstantDesc> labels) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      // A guard that refused restarts the search behind its label.
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
