package letopis.cli.keeping;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.AuditFile;
import letopis.app.CommonOptions;
import letopis.app.RetentionRound;
import letopis.app.RetentionRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `retention`: removes now what `up` removes once a day.
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description = {
      "Removes what is older than storage.keep and storage.keep_looks allow.",
      "Documents first seen longer ago than storage.keep of crawler.yaml go with their past",
      "versions, as by a takedown, and WARC files that nothing needs any more; without it they"
          + " stay.",
      "Of looks at sources older than storage.keep_looks (30 days) those go that found what the"
          + " look",
      "before found. `up` does it once a day by itself. Documents that went are a line of"
          + " audit.jsonl",
      "in --data."
    })
public final class RetentionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Option(names = "--dry-run", description = "Say how much would go, remove nothing.")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (App app = App.of(options)) {
      RetentionRound round = RetentionRunner.round(app);
      RetentionRound.Result result = dryRun ? round.preview() : round.run(() -> true);
      if (!dryRun && !result.isEmpty()) {
        AuditFile.append(app, "retention", result.json());
      }
      spec.commandLine()
          .getOut()
          .println(options.json() ? result.json().toString() : words(result));
      return 0;
    }
  }

  private String words(RetentionRound.Result result) {
    String looks =
        "%n%s %,d looks at sources that found what the look before found."
            .formatted(dryRun ? "Would remove" : "Removed", result.looks());
    return documents(result) + looks;
  }

  private String documents(RetentionRound.Result result) {
    if (result.before().isEmpty()) {
      return "Documents are kept for ever: storage.keep is not set in crawler.yaml.";
    }
    Instant before = result.before().get().truncatedTo(ChronoUnit.SECONDS);
    return dryRun
        ? "%,d documents were first seen before %s and would go."
            .formatted(result.documents(), before)
        : "Removed %,d documents first seen before %s (%,d versions) and %,d WARC files, %,d MB."
            .formatted(
                result.documents(),
                before,
                result.versions(),
                result.files(),
                result.bytes() >> 20);
  }
}
