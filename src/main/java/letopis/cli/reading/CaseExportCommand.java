package letopis.cli.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import letopis.api.cases.CasePack;
import letopis.app.App;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.trace.cases.Cases;
import letopis.trace.cases.ClaimReviewJson;
import letopis.trace.cases.Kept;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `case export`: a case for others: as a review for search engines, or with its evidence.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a case as ClaimReview, or writes its evidence as a ZIP.",
      "claimreview: the case as schema.org ClaimReview JSON-LD (needs a verdict).",
      "evidence: a ZIP with WARC records, hashes, times, query and citations; check it with",
      "  unzip case.zip -d case && cd case && sha256sum -c SHA256SUMS"
    })
public final class CaseExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "ID", description = "As `case list` prints it.")
  private String id = "";

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "claimreview",
      description = "claimreview (default) or evidence.")
  private String format = "claimreview";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where to write; evidence needs it.")
  private Optional<Path> output = Optional.empty();

  @Override
  public Integer call() throws IOException {
    switch (format) {
      case "claimreview" -> review();
      case "evidence" ->
          pack(
              output.orElseThrow(
                  () -> CommandFailure.wrongUsage("--format evidence needs --out FILE")));
      default -> throw CommandFailure.wrongUsage("--format must be claimreview or evidence");
    }
    return 0;
  }

  private void review() throws IOException {
    try (App app = App.of(options)) {
      Cases cases = CaseCommand.cases(app);
      Kept kept = CaseCommand.found(app, id);
      ObjectNode review =
          ClaimReviewJson.of(kept.value(), cases.evidence(kept.value()))
              .orElseThrow(
                  () ->
                      CommandFailure.failed(
                          "the case has no verdict yet: letopis case edit "
                              + kept.value().id()
                              + " --rating R"));
      String text = review.toPrettyString();
      if (output.isPresent()) {
        Files.writeString(output.get(), text + "\n");
      } else {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
      }
      List<String> missing = ClaimReviewJson.missing(kept.value());
      if (!missing.isEmpty()) {
        spec.commandLine()
            .getErr()
            .printf(
                "letopis: search engines take no review without %s: letopis case edit %s%s%n",
                String.join(" and ", missing),
                kept.value().id(),
                missing.stream().map(one -> " --" + one + " …").collect(Collectors.joining()));
        spec.commandLine().getErr().flush();
      }
    }
  }

  private void pack(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (App app = App.of(options)) {
      Kept kept = CaseCommand.found(app, id);
      Cases cases = CaseCommand.cases(app);
      try (OutputStream out = Files.newOutputStream(part)) {
        new CasePack(app.archive(), kept, cases.evidence(kept.value()), app.clock().instant())
            .write(out);
      }
      // Never half a pack under the name of a whole one.
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
