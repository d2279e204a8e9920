package letopis.cli.reading;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import letopis.api.search.SearchForm;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.app.Queries;
import letopis.search.DocumentSearch;
import letopis.search.Export;
import letopis.search.SearchRequest;
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
  /// Where `up` serves the page unless told otherwise.
  private static final String PAGE = "http://127.0.0.1:8080/";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "What to look for (default: everything).")
  private List<String> words = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      description = "csv, ndjson or rss (default: ${DEFAULT-VALUE}).")
  private String format = "csv";

  @Mixin private FilterOptions filters = new FilterOptions();

  @Option(names = "--oldest", description = "Oldest first instead of newest first.")
  private boolean oldest;

  @Option(names = "--group-copies", description = "One row for all copies of a text, the original.")
  private boolean group;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of stdout.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    Export.Format chosen = format();
    Map<String, List<String>> parameters = filters.parameters();
    parameters.put("sort", List.of(oldest ? "oldest" : "newest"));
    if (group) {
      parameters.put("group", List.of("copies"));
    }
    SearchRequest request =
        Queries.request(
            String.join(" ", words),
            SearchForm.rows(parameters, Instant.now(), Locale.getDefault()));
    try (App app = App.of(options);
        OutputStream out = open()) {
      DocumentSearch search = new DocumentSearch(app.indices(), app.configuration(), app.clock());
      SearchRequest known = Queries.known(request, search.sources());
      long rows = new Export(search, app.clock()).write(known, chosen, PAGE, out);
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
}
