package letopis.cli.keeping;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.Callable;
import letopis.app.App;
import letopis.app.AuditFile;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.documents.Takedown;
import letopis.url.CanonicalUrl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `takedown`: removes a publication for good.
@Command(
    name = "takedown",
    mixinStandardHelpOptions = true,
    description = {
      "Removes a publication for good.",
      "Its text, its past versions, what watches quoted of it, the reviews of claims read from it",
      "and its saved original are no longer searched or shown. Its addresses stay closed, so that",
      "no crawl or import brings it back. Cases that hold passages of it are named. Written to",
      "audit.jsonl in --data. An address that is not in the archive yet is closed for the future."
    })
public final class TakedownCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "URL|ID", description = "Address or id of the publication.")
  private String what = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "R",
      description = "Why: a request, a court's decision; kept in the audit log.")
  private String reason = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (reason.isBlank()) {
      throw CommandFailure.wrongUsage("--reason must say why");
    }
    try (App app = App.of(options)) {
      Takedown takedown = new Takedown(app.indices(), app.clock());
      Takedown.Taken taken =
          what.contains("://")
              ? takedown.address(canonical(), reason)
              : takedown
                  .document(what, reason)
                  .orElseThrow(() -> CommandFailure.failed("no document has the id " + what));
      ObjectNode json = json(taken);
      AuditFile.append(app, "takedown", json.deepCopy().put("reason", reason));
      spec.commandLine().getOut().println(options.json() ? json.toString() : words(taken));
      return 0;
    }
  }

  private String canonical() {
    return CanonicalUrl.parse(what)
        .map(CanonicalUrl::value)
        .orElseThrow(() -> CommandFailure.wrongUsage(what + " is not an address of the web"));
  }

  private ObjectNode json(Takedown.Taken taken) {
    ObjectNode json = Elasticsearch.JSON.createObjectNode();
    json.put("document", taken.document()).put("removed_versions", taken.versions());
    json.put("removed_reviews", taken.reviews()).put("removed_reports", taken.reports());
    ArrayNode addresses = json.putArray("addresses");
    taken.addresses().forEach(addresses::add);
    ArrayNode cases = json.putArray("cases");
    taken.cases().forEach(cases::add);
    return json;
  }

  private static String words(Takedown.Taken taken) {
    return (taken.versions() == 0
            ? "It was not in the archive."
            : "Removed %d version(s) of %s.".formatted(taken.versions(), taken.document()))
        + " Closed: "
        + String.join(", ", taken.addresses())
        + (taken.cases().isEmpty()
            ? ""
            : ". Cases that hold passages of it: " + String.join(", ", taken.cases()));
  }
}
