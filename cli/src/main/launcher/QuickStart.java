import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites what classes in a jar do at start-up that no start-up cache takes from them: {@code java
 * QuickStart.java JAR}. What the classes do stays the same.
 */
public final class QuickStart {
  private static final String OURS = "dev/signet/";
  private static final String HELP = "picocli/";
  private static final String CRYPTOGRAPHY = "org/bouncycastle/";

  private final ClassFile classFile;

  private QuickStart(ClassHierarchyResolver classes) {
    this.classFile = ClassFile.of(ClassHierarchyResolverOption.of(classes));
  }

  public static void main(String[] arguments) throws IOException {
    Path jar = Path.of(arguments[0]);
    Path rewritten = Path.of(jar + ".rewritten");
    try (ZipFile zip = new ZipFile(jar.toFile());
        URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(rewritten))) {
      ClassHierarchyResolver classes =
          ClassHierarchyResolver.ofResourceParsing(loader)
              .orElse(ClassHierarchyResolver.defaultResolver());
      QuickStart quick = new QuickStart(classes);
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        out.write(entry.getName().endsWith(".class") ? quick.rewrite(entry.getName(), bytes) : bytes);
      }
    }
    Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private byte[] rewrite(String name, byte[] bytes) {
    if (name.startsWith(OURS)) {
      return new PlainRecords(classFile).rewrite(new PlainSwitches(classFile).rewrite(bytes));
    }
    if (name.startsWith(HELP)) {
      return new NewerFormat(classFile).rewrite(bytes);
    }
    return name.startsWith(CRYPTOGRAPHY) ? new LateLoggers(classFile).rewrite(bytes) : bytes;
  }
}
