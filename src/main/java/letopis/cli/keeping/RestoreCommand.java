package letopis.cli.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.Snapshots;
import letopis.index.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `restore`: a backup back into an empty data folder.
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Restores a backup into an empty --data folder.",
      "The backup is checked against its list of SHA-256 first. Nothing that is there is ever",
      "overwritten."
    })
public final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "DIR", description = "Folder that `backup` made.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    BackupManifest manifest = BackupManifest.read(folder);
    List<String> problems = manifest.problems(folder);
    if (!problems.isEmpty()) {
      throw CommandFailure.failed("the backup is damaged:\n  " + String.join("\n  ", problems));
    }
    for (String part : DataFiles.KEPT) {
      if (Files.exists(options.data().resolve(part))) {
        throw CommandFailure.failed(
            options.data().resolve(part) + " is there already; restore into an empty --data");
      }
    }
    try (App app = App.of(options)) {
      int indices = 0;
      if (options.elasticsearch().isEmpty()) {
        requireNoIndices(app);
        indices =
            new Snapshots(app.elasticsearch(), app.data()).restore(folder.resolve("elasticsearch"));
      }
      for (String part : DataFiles.KEPT) {
        if (Files.exists(folder.resolve(part))) {
          DataFiles.copy(folder.resolve(part), app.data().resolve(part));
        }
      }
      List<Difference> differences = app.uncheckedIndices().verify();
      if (differences.isEmpty()) {
        app.indices();
      }
      report(indices, manifest);
      // The backup of an older version is whole; what it needs is said.
      differences.forEach(
          difference -> spec.commandLine().getErr().println("letopis: " + difference));
      return 0;
    }
  }

  private void requireNoIndices(App app) throws IOException {
    int there =
        app.elasticsearch()
            .request("GET", "/" + app.uncheckedIndices().prefix() + "-*/_alias")
            .orThrow()
            .json()
            .size();
    if (there > 0) {
      throw CommandFailure.failed(
          "there are indices in " + app.data() + " already; restore into an empty --data");
    }
  }

  private void report(int indices, BackupManifest manifest) {
    spec.commandLine()
        .getOut()
        .println(
            options.json()
                ? Elasticsearch.JSON
                    .createObjectNode()
                    .put("indices", indices)
                    .put("files", manifest.files().size())
                    .toString()
                : "Restored the backup of %s: %d indices, %d files"
                    .formatted(
                        manifest.at().truncatedTo(ChronoUnit.SECONDS),
                        indices,
                        manifest.files().size()));
  }
}
