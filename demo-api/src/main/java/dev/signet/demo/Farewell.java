package dev.signet.demo;

import java.nio.file.Path;

/** What the reader can do next. */
final class Farewell {
  private final Settings settings;
  private final Screen screen;

  Farewell(Settings settings, Screen screen) {
    this.settings = settings;
    this.screen = screen;
  }

  void say(Path folder, Path kubeconfig) {
    screen.heading("Three things to try");
    if (settings.has(Settings.Choice.KEEP)) {
      stay(folder, kubeconfig);
    } else {
      leave();
    }
  }

  private void leave() {
    screen.say("  ./demo --keep      the same, and it stays up: seal, commit and watch it arrive");
    screen.say("  ./demo --cluster   the same on the cluster of your kubeconfig; it asks first");
    screen.say("  README.md          five lines to put Signet into a cluster of yours");
  }

  private void stay(Path folder, Path kubeconfig) {
    screen.say("  In another terminal:");
    screen.command(
        """
        cd "%s/repository"
        export PATH="%s:$PATH" KUBECONFIG="%s"
        printf hunter2 | kubeseal --raw --cert ../cert.pem -n signet-demo --name db-credentials"""
            .formatted(folder, settings.programs(), kubeconfig));
    screen.say("  - change the password: edit ../secret.yaml, then seal and commit it again");
    screen.command(
        """
        kubeseal --cert ../cert.pem -f ../secret.yaml -w sealed.yaml
        git commit -a -m 'Change the password'""");
    screen.say("  - change one letter of a sealed value and commit: the status says what is wrong");
    screen.say("  - git rm sealed.yaml and commit: the SealedSecret goes");
    screen.say("");
    screen.say("Commits are synced until Ctrl-C.");
  }
}
