import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;

/**
 * Writes classes in the format of Java 8 that came in that of Java 5: start-up caches take none
 * older than Java 6. What is new in it are the types at each jump, which the library finds.
 */
final class NewerFormat {
  private final ClassFile classFile;

  NewerFormat(ClassFile classFile) {
    this.classFile = classFile.withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
  }

  byte[] rewrite(byte[] bytes) {
    ClassModel model = classFile.parse(bytes);
    return model.majorVersion() < ClassFile.JAVA_6_VERSION
        ? classFile.transformClass(model, raised())
        : bytes;
  }

  private static ClassTransform raised() {
    return (type, element) -> {
      switch (element) {
        case ClassFileVersion old -> type.withVersion(ClassFile.JAVA_8_VERSION, 0);
        case MethodModel method ->
            type.transformMethod(
                method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
        default -> type.with(element);
      }
    };
  }
}
