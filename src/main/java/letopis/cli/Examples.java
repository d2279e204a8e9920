package letopis.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/// An example of use for the help of every command, all in one place.
final class Examples {
  private static final List<String> ALL =
      List.of(
          "backup /backups/2026-11-23",
          "bench copies --errors /tmp/differences.txt",
          "bench crawl --compare --data /tmp/bench",
          "bench export --documents 200000 --data /tmp/bench",
          "bench extract --shipped-only --no-peers",
          "bench feeds --mutations 1000",
          "bench grow --sizes 10000,100000 --data /tmp/bench",
          "bench index --documents 10000",
          "bench lies --data /tmp/lies",
          "bench relevance --only articles",
          "bench resilience --kills 10 --seed 1 --data /tmp/bench",
          "bench search --documents 200000 --clients 1,8 --data /tmp/bench",
          "bench trace --only reuse,absent",
          "bench web --articles 100",
          "case delete k3-Vd8aQyPq2",
          "case edit k3-Vd8aQyPq2 --rating false --explanation 'Проверка отравления не выявила'",
          "case export k3-Vd8aQyPq2 --format evidence --out case.zip",
          "case list --query вода",
          "case new 'В Озёрном 12 детей попали в больницу'",
          "case show k3-Vd8aQyPq2",
          "crawl gazeta --once",
          "demo --port 8081",
          "export 'мост AND ремонт' --from 2026-11-01 --format csv --out bridge.csv",
          "extract page.html --url https://gazeta.example/news/1",
          "factchecks import reviews.jsonl",
          "factchecks list мост --json",
          "factchecks remove Kb4FwZ0aQ7nTgJ2sVxYd",
          "feed https://gazeta.example/rss.xml",
          "fetch https://gazeta.example/news/1",
          "import articles.jsonl.gz crawl.warc.gz",
          "index init",
          "index migrate",
          "index verify --no-captures",
          "keys add newsroom --role read",
          "keys list",
          "keys revoke newsroom",
          "restore /backups/2026-11-23 --data /srv/letopis-new",
          "retention --dry-run",
          "robots robots.txt --agent Letopis https://gazeta.example/private/1",
          "search '\"режим чс\" OR паводок' --from -7d --facets source,place",
          "sources check https://gazeta.example/",
          "sources export > feeds.opml",
          "sources import feeds.opml",
          "sources list",
          "takedown https://gazeta.example/news/1 --reason 'request of the author, 2026-11-23'",
          "trace 'В Озёрном 12 детей попали в больницу'",
          "up --port 8081");

  private Examples() {}

  /// Puts each example at the end of its command's help.
  static CommandLine addTo(CommandLine line) {
    for (String example : ALL) {
      CommandLine command = line;
      for (String word : example.split(" ")) {
        Optional<CommandLine> inner = Optional.ofNullable(command.getSubcommands().get(word));
        if (inner.isEmpty()) {
          break;
        }
        command = inner.get();
      }
      UsageMessageSpec help = command.getCommandSpec().usageMessage();
      help.footer(withLast(help.footer(), example));
    }
    return line;
  }

  private static String[] withLast(String[] footer, String example) {
    List<String> lines = new ArrayList<>(List.of(footer));
    lines.add("");
    lines.add("Example: letopis " + example);
    return lines.toArray(String[]::new);
  }
}
