package dev.signet.cli.action;

import dev.signet.cli.action.Result.Done;
import dev.signet.cli.action.Result.Failed;
import dev.signet.cli.action.Result.Found;
import dev.signet.cli.files.FileFault;
import dev.signet.cli.files.Output;
import dev.signet.cli.manifest.Node.Scalar;
import dev.signet.cli.resource.TemplatedObject;
import dev.signet.template.Inspection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Says what is wrong with the templates of a file, without running them. Silent if nothing is. */
public final class CheckTemplates {
  private final String name;
  private final Inspection inspection = new Inspection();

  /**
   * A check.
   *
   * @param name of the file, for the findings
   */
  public CheckTemplates(String name) {
    this.name = name;
  }

  public Result run(byte[] input, Output output) throws FileFault {
    return switch (TemplateFile.read(name, input)) {
      case TemplateFile.Reading.Refused refused -> new Failed(refused.failures());
      case TemplateFile.Reading.Read(TemplateFile file) -> check(file, output);
    };
  }

  private Result check(TemplateFile file, Output output) throws FileFault {
    StringBuilder findings = new StringBuilder();
    for (TemplatedObject object : file.objects()) {
      for (Map.Entry<String, Scalar> template : object.templates().entrySet()) {
        findings.append(findings(file, object, template.getKey(), template.getValue()));
      }
    }
    output.write(findings.toString());
    return findings.isEmpty() ? new Done() : new Found();
  }

  private String findings(TemplateFile file, TemplatedObject object, String key, Scalar template) {
    Set<String> keys = new HashSet<>(object.items());
    keys.addAll(object.templates().keySet());
    StringBuilder findings = new StringBuilder();
    for (Inspection.Finding finding : inspection.of(key, template.string(), keys)) {
      String text = "%s: key \"%s\": %s".formatted(object.name(), key, finding.text());
      findings.append(file.finding(template, finding.line(), finding.column(), text));
    }
    return findings.toString();
  }
}
