package letopis.cli;

import letopis.bench.crawl.CrawlBench;
import letopis.bench.crawl.GrowBenchCommand;
import letopis.bench.crawl.WebBench;
import letopis.bench.extract.ExtractBench;
import letopis.bench.feeds.FeedsBench;
import letopis.bench.index.IndexBenchCommand;
import letopis.bench.lies.LiesBench;
import letopis.bench.resilience.ResilienceBench;
import letopis.bench.search.ExportBenchCommand;
import letopis.bench.search.RelevanceCommand;
import letopis.bench.search.SearchBenchCommand;
import letopis.bench.trace.CopiesBench;
import letopis.bench.trace.TraceBenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The group of benchmarks: `bench extract`, `bench search`, … Each prints the table that
/// `docs/numbers.md` shows.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures one part against real data.",
    subcommands = {
      CommandLine.HelpCommand.class,
      ExtractBench.class,
      FeedsBench.class,
      TraceBenchCommand.class,
      CrawlBench.class,
      WebBench.class,
      CopiesBench.class,
      ResilienceBench.class,
      LiesBench.class,
      RelevanceCommand.class,
      IndexBenchCommand.class,
      SearchBenchCommand.class,
      GrowBenchCommand.class,
      ExportBenchCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class BenchCommand {}
