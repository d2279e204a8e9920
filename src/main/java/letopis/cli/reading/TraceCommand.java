package letopis.cli.reading;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import letopis.api.ApiServices;
import letopis.api.http.RequestTime;
import letopis.api.traces.TraceJson;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trace TEXT|URL`: where a claim first appeared in the archive, and what became of it.
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description =
        "Shows every place in the archive that says this, oldest first, with its evidence.")
public final class TraceCommand implements java.util.concurrent.Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(
      paramLabel = "TEXT|URL",
      arity = "1..*",
      description = "The claim in words (three at least), or the address of an archived document.")
  private List<String> words = List.of();

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Only documents in this language, such as ru.")
  private Optional<String> lang = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "As the archive would have answered then: 2026-11-23, RFC 3339, or an age (-7d).")
  private Optional<String> asOf = Optional.empty();

  @Override
  public Integer call() throws IOException {
    String asked = String.join(" ", words);
    TraceRequest.Subject subject = subject(asked);
    if (lang.isPresent() && !TraceRequest.isLanguage(lang.get())) {
      throw CommandFailure.wrongUsage(
          "--lang: a language code such as ru is expected, not \"" + lang.get() + "\"");
    }
    try (App app = App.of(options)) {
      TraceRequest request = TraceRequest.of(subject).in(lang);
      if (asOf.isPresent()) {
        request = request.asOf(then(asOf.get(), app));
      }
      return switch (tracer(app).trace(request)) {
        case TraceResult.Traced(Trace trace) -> {
          print(trace);
          if (trace.appearances().isEmpty()) {
            EmptyArchive.hint(app, spec);
          }
          yield 0;
        }
        case TraceResult.Unknown(String unknown) ->
            throw CommandFailure.failed(
                "Not in this archive: " + unknown + ". Its words can be traced.");
        case TraceResult.Rejected(String reason, _) -> throw CommandFailure.failed(reason);
      };
    }
  }

  private static Instant then(String text, App app) {
    return RequestTime.parse(text, ZoneId.systemDefault(), true, app.clock().instant())
        .orElseThrow(
            () ->
                CommandFailure.wrongUsage(
                    "--as-of: a date, a time or an age is expected, not \"" + text + "\""));
  }

  /// An address is traced as the document it belongs to, anything else as words.
  static TraceRequest.Subject subject(String asked) {
    return asked.matches("(?i)https?://\\S+")
        ? new TraceRequest.Subject.Url(asked)
        : new TraceRequest.Subject.Text(asked);
  }

  private void print(Trace trace) {
    PrintWriter out = spec.commandLine().getOut();
    if (options.json()) {
      out.println(TraceJson.of(trace));
    } else {
      new TraceText(out).print(trace, asOf.isPresent());
    }
    out.flush();
  }

  /// Traces through the archive of this data folder, with its configured sources.
  static Tracer tracer(App app) throws IOException {
    return ApiServices.tracer(app.indices(), app.configuration(), app.clock());
  }
}
