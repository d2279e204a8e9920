package letopis.cli.keeping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.crawl.spool.JournalCopy;
import letopis.elasticsearch.Elasticsearch;
import letopis.elasticsearch.Snapshots;
import letopis.index.Indices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `backup`: everything the archive keeps, into one folder.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the whole archive into a new folder.",
      "A snapshot of the indices, the WARC files, the audit log, and a list of all files with"
          + " their",
      "SHA-256. Works while `up` runs. Of a cluster given with --elasticsearch only the files are",
      "copied; use the cluster's own snapshots for its indices."
    })
public final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "DIR", description = "Folder to make; must not exist or be empty.")
  private Path folder = Path.of(".");

  @Override
  public Integer call() throws IOException {
    requireEmpty();
    try (App app = App.of(options);
        JournalCopy journals = JournalCopy.begin(app.data().resolve(DataFiles.JOURNAL))) {
      Files.createDirectories(folder);
      int indices = 0;
      if (options.elasticsearch().isEmpty()) {
        // Of an older version, too: who means to migrate does well to have a backup.
        Indices all = app.uncheckedIndices();
        if (all.verify().isEmpty()) {
          app.indices();
        }
        all.refresh();
        // Before the WARC files: then every capture that a document names is among them.
        indices =
            new Snapshots(app.elasticsearch(), app.data())
                .save(all.prefix() + "-*", folder.resolve("elasticsearch"));
      }
      // Before the WARC files, too: then they have what the journals wait with.
      journals.into(folder.resolve(DataFiles.JOURNAL));
      copyFiles(app.data());
      BackupManifest manifest = BackupManifest.of(folder, app.clock().instant());
      manifest.write(folder);
      report(indices, manifest);
      return 0;
    }
  }

  private void requireEmpty() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isPresent()) {
          throw CommandFailure.failed(folder + " is not empty; name a new folder");
        }
      }
    }
  }

  private void copyFiles(Path data) throws IOException {
    for (String part : DataFiles.KEPT) {
      Path source = data.resolve(part);
      if (Files.exists(source) && !part.equals(DataFiles.JOURNAL)) {
        DataFiles.copy(source, folder.resolve(part));
      }
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
                    .put("bytes", manifest.bytes())
                    .toString()
                : "Backed up %d indices, %d files, %,.1f MB in all, into %s"
                    .formatted(indices, manifest.files().size(), manifest.bytes() / 1e6, folder));
  }
}
