package letopis.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import letopis.search.DocumentSearch;
import letopis.search.Export;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Period;
import letopis.search.SearchRequest.Sort;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `export`: every row of a search.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes every document of a search to stdout or a file.")
public final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "QUERY", arity = "0..*", description = "Nothing: everything.")
  private List<String> words = List.of();

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = "csv, ndjson or rss (default: ${DEFAULT-VALUE}).")
  private String format = "csv";

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "The archive as it was then (RFC 3339): the same bytes each time.")
  private @Nullable String asOf;

  @Option(names = "--oldest", description = "The oldest first instead of the newest.")
  private boolean oldest;

  @Option(names = "--group-copies", description = "Only one row of each text.")
  private boolean group;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of to stdout.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Export.Format chosen = format();
    SearchRequest request =
        Queries.request(String.join(" ", words))
            .with(new Listing(oldest ? Sort.OLDEST : Sort.NEWEST, group, 100, Optional.empty()))
            .with(
                new Period(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    asOf()));
    try (App app = App.of(options);
        OutputStream out = open()) {
      DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
      long rows = new Export(search, app.clock()).write(request, chosen, out);
      spec.commandLine()
          .getErr()
          .println(options.json() ? "{\"rows\":" + rows + "}" : rows + " rows");
      return 0;
    }
  }

  private OutputStream open() throws IOException {
    return file == null
        ? new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))
        : Files.newOutputStream(file);
  }

  private Export.Format format() {
    for (Export.Format one : Export.Format.values()) {
      if (one.label().equals(format.toLowerCase(Locale.ROOT))) {
        return one;
      }
    }
    throw CommandFailure.wrongUsage("--format is csv, ndjson or rss");
  }

  private Optional<Instant> asOf() {
    try {
      return Optional.ofNullable(asOf).map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw CommandFailure.wrongUsage("--as-of takes a time such as 2026-11-23T10:00:00Z");
    }
  }
}
