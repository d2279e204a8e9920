package letopis.cli.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import letopis.app.CommonOptions;
import letopis.sources.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sources list`: what is configured, or every mistake in it.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the configured sources; with mistakes in the configuration, lists those.")
public final class SourcesListCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws JsonProcessingException {
    List<Source> sources = SourcesCommand.load(common).sources();
    PrintWriter out = spec.commandLine().getOut();
    for (Source source : sources) {
      if (common.json()) {
        out.println(JSON.writeValueAsString(json(source)));
      } else {
        out.printf(
            "%-20s %-9s %-9s %s  %s (%s)%n",
            source.id(),
            source.access().label(),
            source.kind().label(),
            source.verified() ? " " : "?",
            source.access().address(),
            source.name());
      }
    }
    if (!common.json()) {
      long unverified = sources.stream().filter(source -> !source.verified()).count();
      out.println(
          sources.size()
              + (sources.size() == 1 ? " source" : " sources")
              + (unverified == 0
                  ? ""
                  : ", "
                      + unverified
                      + " not verified (?): run `letopis sources check`, and note what works with"
                      + " `verified: true`"));
    }
    out.flush();
    return 0;
  }

  private static ObjectNode json(Source source) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", source.id()).put("name", source.name()).put("kind", source.kind().label());
    node.put("access", source.access().label()).put("url", source.access().address().toString());
    node.put("region", source.region().orElse(null))
        .put("language", source.language().orElse(null));
    node.put("zone", source.zone().getId()).put("verified", source.verified());
    node.put("every", source.every().map(Object::toString).orElse(null));
    source.tags().forEach(node.putArray("tags")::add);
    source.aliases().forEach(node.putArray("aliases")::add);
    return node.put("file", source.file());
  }
}
