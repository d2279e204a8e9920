package letopis.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The group of benchmarks: `bench extract`, `bench search`, … Each prints the table that the
/// README shows.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures one part against real data.",
    subcommands = {
      CommandLine.HelpCommand.class,
      letopis.bench.extract.ExtractBench.class,
      letopis.bench.feeds.FeedsBench.class,
      letopis.bench.TraceBenchCommand.class,
      CrawlBench.class,
      WebBench.class,
      letopis.bench.CopiesBench.class,
      letopis.bench.resilience.ResilienceBench.class,
      letopis.bench.lies.LiesBench.class,
      RelevanceCommand.class,
      IndexBenchCommand.class,
      SearchBenchCommand.class,
      GrowBenchCommand.class,
      ExportBenchCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand {}
