package letopis.cli.keeping;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Progress;
import letopis.archive.NotWarc;
import letopis.archive.WaczFile;
import letopis.crawl.filing.Intake;
import letopis.crawl.imports.ImportCounts;
import letopis.crawl.imports.JsonLinesImport;
import letopis.crawl.imports.Rejects;
import letopis.crawl.imports.SourceLabels;
import letopis.crawl.imports.WarcImport;
import letopis.index.state.SourceStates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import`: what others collected, into archive and index.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Brings records (JSON Lines) and pages (WARC, WACZ) into the archive.",
      "Importing a file again adds nothing.",
      "",
      "JSON Lines (.jsonl, .ndjson, .jsonl.gz, or - for stdin): one object a line with",
      "  url (required), text (required), source, published (RFC 3339 or a date), title, lang,",
      "  authors, tags, links; other fields are kept. A source that is not configured becomes one",
      "  of its own with that label.",
      "WARC (.warc, .warc.gz): its HTML responses, read like pages that we fetched. Of a file that",
      "breaks off, what is whole is taken; where it breaks off is among the refused records.",
      "WACZ (.wacz, of Browsertrix or ArchiveWeb.page): the WARC files in it.",
      "",
      "Refused records go to a file with reasons and line numbers."
    })
public final class ImportCommand implements Callable<Integer> {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
  private static final int BUFFER = 1 << 16;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to import; - is stdin.")
  private List<String> files = List.of();

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where refused records go (default: import-rejects-TIME.jsonl in --data).")
  private @Nullable Path rejects;

  @Option(
      names = "--url-template",
      paramLabel = "URL",
      description =
          "Address of records without one, such as https://t.me/c/{channel_id}/{message_id};"
              + " {field} stands for a field of the record.")
  private @Nullable String urlTemplate;

  /// A file was not of the kind that it is called.
  private boolean unreadable;

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (String file : files) {
      if (!file.equals("-") && !Files.isReadable(Path.of(file))) {
        throw CommandFailure.failed("cannot read " + file);
      }
    }
    try (App app = App.of(common);
        Rejects refused = new Rejects(rejectsFile(app))) {
      SourceStates states = new SourceStates(app.indices());
      SourceLabels labels = new SourceLabels(app.configuration().sources(), states);
      ImportCounts counts = ImportCounts.NONE;
      Intake intake = new Intake(app.indices());
      for (String file : files) {
        counts = counts.plus(run(app, new Target(intake, labels, refused), file));
        // Sources are listed as soon as their first file is in.
        labels.save();
      }
      app.indices().refresh();
      print(counts, refused);
      return unreadable ? 1 : 0;
    }
  }

  private record Target(Intake intake, SourceLabels labels, Rejects rejects) {}

  private Path rejectsFile(App app) {
    return rejects != null
        ? rejects
        : app.data().resolve("import-rejects-" + STAMP.format(app.clock().instant()) + ".jsonl");
  }

  private ImportCounts run(App app, Target target, String file)
      throws IOException, InterruptedException {
    try (Progress progress = Progress.of("importing " + file, OptionalLong.empty(), common)) {
      long[] done = {0};
      LongConsumer count =
          reached -> {
            progress.add(reached - done[0]);
            done[0] = reached;
          };
      boolean named = !file.equals("-");
      boolean wacz = named && WaczFile.isZip(Path.of(file));
      if (wacz || named && isWarc(Path.of(file))) {
        WarcImport warc =
            new WarcImport(
                target.intake(),
                app.archive(),
                target.labels(),
                app.configuration().sources(),
                app.clock());
        Warcs warcs = new Warcs(warc, target.rejects(), count);
        return wacz
            ? wacz(warcs, Path.of(file), app.data())
            : warc(warcs, Path.of(file), Path.of(file));
      }
      JsonLinesImport lines =
          new JsonLinesImport(
              target.intake(), target.labels(), Optional.ofNullable(urlTemplate), app.clock());
      try (BufferedReader reader = reader(file)) {
        return lines.run(reader, file, target.rejects(), count);
      }
    }
  }

  private record Warcs(WarcImport files, Rejects rejects, LongConsumer count) {
    /// Every file is counted from its own start.
    Warcs after(long before) {
      return new Warcs(files, rejects, reached -> count.accept(before + reached));
    }
  }

  /// @param name as it is called in messages
  private ImportCounts warc(Warcs warcs, Path file, Path name)
      throws IOException, InterruptedException {
    try {
      return warcs.files().run(file, name, warcs.rejects(), warcs.count());
    } catch (NotWarc e) {
      return refused(warcs, name, e);
    }
  }

  /// The WARC files of a WACZ, one after the other.
  private ImportCounts wacz(Warcs warcs, Path file, Path data)
      throws IOException, InterruptedException {
    Path unpacked = Files.createTempFile(data, "import-", ".warc");
    // For an import that is stopped.
    unpacked.toFile().deleteOnExit();
    ImportCounts counts = ImportCounts.NONE;
    try (WaczFile wacz = WaczFile.open(file)) {
      for (String each : wacz.warcs()) {
        Path name = file.resolve(each);
        try {
          if (!wacz.extract(each, unpacked)) {
            warn(name + " is not what datapackage.json has the digest of; taken all the same");
          }
          counts = counts.plus(warc(warcs.after(counts.read()), unpacked, name));
        } catch (NotWarc e) {
          counts = counts.plus(refused(warcs, name, e));
        }
      }
    } catch (NotWarc e) {
      return counts.plus(refused(warcs, file, e));
    } finally {
      Files.delete(unpacked);
    }
    return counts;
  }

  private ImportCounts refused(Warcs warcs, Path name, NotWarc why) throws IOException {
    warn(name + ": " + why.getMessage());
    warcs.rejects().add(name.toString(), 0, String.valueOf(why.getMessage()), "");
    unreadable = true;
    return new ImportCounts(1, 0, 0, 0, 1);
  }

  private void warn(String what) {
    spec.commandLine().getErr().println("letopis: " + what);
  }

  /// By content, since names say little: a WARC file begins with its version, packed or not. One
  /// that is only called so is still meant to be one, and its reader says what it is instead.
  private static boolean isWarc(Path file) throws IOException {
    if (file.getFileName().toString().matches("(?i).+\\.w?arc(\\.(gz|zst|bz2|xz))?")) {
      return true;
    }
    try (InputStream in = unpacked(Files.newInputStream(file))) {
      return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("WARC/");
    } catch (ZipException | EOFException e) {
      throw CommandFailure.failed(
          file + ": a gzip file that cannot be unpacked: " + e.getMessage());
    }
  }

  private static BufferedReader reader(String file) throws IOException {
    InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
    return new BufferedReader(new InputStreamReader(unpacked(in), StandardCharsets.UTF_8), BUFFER);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  private void print(ImportCounts counts, Rejects refused) {
    PrintWriter out = spec.commandLine().getOut();
    if (common.json()) {
      out.println(counts.toJson());
    } else {
      out.printf(
          "%,d read: %,d added, %,d updated, %,d unchanged, %,d rejected%n",
          counts.read(), counts.added(), counts.updated(), counts.unchanged(), counts.rejected());
    }
    if (counts.rejected() > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Refused records are in " + refused.file() + ":");
      refused.byReason().forEach((reason, n) -> err.printf("  %,d %s%n", n, reason));
    }
  }
}
