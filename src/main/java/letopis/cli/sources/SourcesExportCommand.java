package letopis.cli.sources;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import letopis.app.CommonOptions;
import letopis.parse.feed.Opml;
import letopis.sources.Access;
import letopis.sources.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `sources export`: the feeds as OPML, for feed readers.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Prints the sources that are feeds (rss, youtube) as OPML; the others are named on stderr.")
public final class SourcesExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() {
    List<Source> sources = SourcesCommand.load(common).sources();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        Opml.write(
            "Letopis",
            sources.stream()
                .filter(SourcesExportCommand::isFeed)
                .map(
                    source ->
                        new Opml.Feed(
                            source.name(),
                            source.access().address().toString(),
                            Optional.empty(),
                            source.region()))
                .toList()));
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    sources.stream()
        .filter(source -> !isFeed(source))
        .forEach(
            source -> err.println(source.id() + ": " + source.access().label() + " is no feed"));
    err.flush();
    return 0;
  }

  private static boolean isFeed(Source source) {
    return source.access() instanceof Access.Rss || source.access() instanceof Access.Youtube;
  }
}
