package letopis.bench.feeds;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import letopis.bench.RealData;
import letopis.parse.source.SourceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench feeds`: every real feed, capture of posts and sitemap through the readers.
@Command(
    name = "feeds",
    mixinStandardHelpOptions = true,
    description = {
      "Reads every feed, capture of posts and sitemap of the real data, by set.",
      "Says how many give entries, how many are refused and why; then compares "
          + "the fields with what the sets expect, those of posts with what their "
          + "captures say, and robots files, sitemaps and character sets with the suites "
          + "of others. --mutations gives the readers damaged ones. Ends with 1 when "
          + "anything crashed or a suite differs without a known reason. Needs the real "
          + "data (-Dletopis.realdata=DIR)."
    })
public final class FeedsBench implements Callable<Integer> {
  private static final int MOST_ENTRIES = 2000;
  private static final List<String> DETECTORS =
      List.of("chardet-tests", "juniversalchardet", "charset_normalizer", "cchardet");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--mutations",
      paramLabel = "N",
      defaultValue = "0",
      description = "So many damaged documents, and as many damaged robots files (default: none).")
  private int mutations;

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "Write every refused file and every field that differs there.")
  private Optional<Path> list = Optional.empty();

  @Override
  public Integer call() throws IOException {
    RealData data = RealData.required();
    FeedSuites suites = new FeedSuites(data.folder());
    PrintWriter out = spec.commandLine().getOut();
    FeedTable table = new FeedTable();
    suites.feeds().forEach(table::add);
    suites.posts().forEach(table::add);
    table.add("sitemaps", suites.sitemaps());
    table.print(out);
    Comparison comparison = compared(suites.feeds());
    print(out, comparison);
    Comparison posts = posts(suites);
    print(out, posts);
    posts.differences().forEach(difference -> out.println("  " + difference));
    List<Suite> cases = cases(suites);
    Suite.print(out, cases);
    boolean unexplained = cases.stream().anyMatch(suite -> !suite.unexplained().isEmpty());
    int crashes = table.all().crashed();
    if (mutations > 0) {
      Mutations damaged = new Mutations();
      crashes += print(out, "documents", damaged.documents(seeds(suites), mutations));
      crashes += print(out, "robots files", damaged.robots(suites.robots(), mutations));
    }
    out.flush();
    if (list.isPresent()) {
      List<String> lines = new ArrayList<>(table.refusals());
      lines.addAll(comparison.differences());
      lines.addAll(posts.differences());
      // Through bytes: a text may be cut within a character, which a writer would refuse.
      Files.write(list.get(), String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }
    return crashes == 0 && !unexplained ? 0 : 1;
  }

  /// The fields that the sets have expectations of.
  static Comparison compared(Map<String, Map<String, byte[]>> sets) throws IOException {
    Comparison comparison = new Comparison(new SourceReader(MOST_ENTRIES));
    JsonExpectations json = new JsonExpectations(comparison);
    json.gofeed(sets.getOrDefault("gofeed", Map.of()));
    json.rssParser(sets.getOrDefault("rss-parser", Map.of()));
    json.feedRs(sets.getOrDefault("feed-rs", Map.of()));
    new PythonExpectations(comparison).feedparser(sets.getOrDefault("feedparser", Map.of()));
    return comparison;
  }

  /// The fields of captured posts, beside what the captures themselves say.
  static Comparison posts(FeedSuites suites) throws IOException {
    Comparison comparison = new Comparison(new SourceReader(MOST_ENTRIES));
    new PostExpectations(comparison).all(suites.posts(), suites.feeds());
    return comparison;
  }

  /// The suites of robots files, sitemaps and character sets.
  static List<Suite> cases(FeedSuites suites) throws IOException {
    List<Suite> cases = new ArrayList<>();
    cases.add(RobotsSuites.conformance(suites.cases("google-robotstxt-spec-test")));
    cases.add(RobotsSuites.real(suites.robots()));
    cases.add(SitemapSuites.compared(suites.sitemaps()));
    for (String set : DETECTORS) {
      cases.add(CharsetSuites.detected(set, suites.cases(set)));
    }
    cases.add(CharsetSuites.labelled(suites.cases("html5lib-encoding")));
    return cases;
  }

  /// Every document that there is, to be damaged.
  static Map<String, byte[]> seeds(FeedSuites suites) throws IOException {
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    List<Map<String, Map<String, byte[]>>> all =
        List.of(suites.posts(), Map.of("sitemaps", suites.sitemaps()), suites.feeds());
    for (Map<String, Map<String, byte[]>> sets : all) {
      sets.forEach(
          (set, files) -> files.forEach((name, bytes) -> seeds.put(set + "/" + name, bytes)));
    }
    return seeds;
  }

  private static void print(PrintWriter out, Comparison comparison) {
    out.printf("%n%-28s %9s %7s%n", "fields", "expected", "equal");
    comparison
        .counts()
        .forEach(
            (field, count) ->
                out.printf("%-28s %9d %7d%n", field, count.expected(), count.equal()));
    Comparison.Count all = comparison.all();
    out.printf(
        Locale.ROOT,
        "%-28s %9d %7d  %.3f%n%n",
        "all",
        all.expected(),
        all.equal(),
        all.expected() == 0 ? 1.0 : (double) all.equal() / all.expected());
  }

  private static int print(PrintWriter out, String what, Mutations.Result result) {
    out.printf(
        Locale.ROOT,
        "mutations, %d %s: %d crashed, longest %d ms%n",
        result.inputs(),
        what,
        result.crashes().size(),
        result.longest().toMillis());
    result.crashes().forEach(crash -> out.println("  " + crash));
    return result.crashes().size();
  }
}
