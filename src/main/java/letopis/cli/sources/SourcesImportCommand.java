package letopis.cli.sources;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import letopis.parse.feed.Opml;
import letopis.sources.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sources import`: the feeds of an OPML list become sources, in a file of their own.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the feeds of an OPML list as sources into sources/imported-NAME.yaml.",
      "Feeds that are configured already are left out; no file is overwritten."
    })
public final class SourcesImportCommand implements Callable<Integer> {
  private static final int MAX_BYTES = 16 << 20;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "FILE.opml", description = "A list as feed readers export it.")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(file) || Files.size(file) > MAX_BYTES) {
      throw CommandFailure.failed("cannot read " + file);
    }
    List<Opml.Feed> feeds = Opml.read(Files.readAllBytes(file));
    if (feeds.isEmpty()) {
      throw CommandFailure.failed(file + " lists no feeds: not an OPML list");
    }
    Configuration configuration = SourcesCommand.load(common);
    Path target = target();
    Set<String> ids = new HashSet<>();
    Set<String> known = new HashSet<>();
    configuration
        .sources()
        .forEach(
            source -> {
              ids.add(source.id());
              known.add(source.access().address().toString());
            });
    List<String> lines = new ArrayList<>();
    for (Opml.Feed feed : feeds) {
      if (known.add(feed.url())) {
        lines.add(source(feed, ids));
      }
    }
    if (!lines.isEmpty()) {
      Files.createDirectories(target.getParent());
      Files.writeString(target, "sources:\n" + String.join("", lines));
    }
    var out = spec.commandLine().getOut();
    out.println(
        feeds.size()
            + " feeds, "
            + lines.size()
            + " new"
            + (lines.isEmpty() ? "" : ", written to " + target + "; now `letopis sources check`"));
    out.flush();
    return 0;
  }

  private Path target() {
    Path config =
        common.config().orElseThrow(() -> CommandFailure.failed("no crawler-config folder here"));
    String name = SourceYaml.slug(file.getFileName().toString().replaceFirst("\\.[^.]*$", ""));
    Path target = config.resolve("sources").resolve("imported-" + name + ".yaml");
    if (Files.exists(target)) {
      throw CommandFailure.failed(target + " exists already; rename it first");
    }
    return target;
  }

  private static String source(Opml.Feed feed, Set<String> ids) {
    String base = SourceYaml.id(URI.create(feed.url()));
    String id = base;
    for (int number = 2; !ids.add(id); number++) {
      id = base + "-" + number;
    }
    String tags =
        feed.folder().map(folder -> "    tags: [" + SourceYaml.quoted(folder) + "]\n").orElse("");
    return "  - id: "
        + id
        + "\n    name: "
        + SourceYaml.quoted(feed.title())
        + "\n    rss: "
        + SourceYaml.quoted(feed.url())
        + "\n"
        + tags
        + "    verified: false\n";
  }
}
