package letopis.bench.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import letopis.parse.PageResult;

/// Measures systems on one gold set and prints their rows.
final class SetReport {
  private final String set;
  private final List<GoldPage> pages;
  private final int failures;
  private final Path dump;

  SetReport(String set, List<GoldPage> pages, int failures, Path dump) {
    this.set = set;
    this.pages = pages;
    this.failures = failures;
    this.dump = dump;
  }

  void print(PrintWriter out, Map<String, Function<GoldPage, PageResult>> systems) {
    out.printf("%n%s, %d pages%n", set, pages.size());
    boolean first = true;
    for (Map.Entry<String, Function<GoldPage, PageResult>> system : systems.entrySet()) {
      List<ReadPage> read =
          pages.parallelStream()
              .map(page -> new ReadPage(page, system.getValue().apply(page)))
              .toList();
      print(out, system.getKey(), read);
      if (first) {
        worst(out, read);
        wrong(out, read);
        dump(read);
      }
      first = false;
    }
    out.flush();
  }

  private void print(PrintWriter out, String system, List<ReadPage> read) {
    List<ReadPage> texts = read.stream().filter(r -> r.page().text().isPresent()).toList();
    if (!texts.isEmpty()) {
      double p = mean(texts, r -> r.shingles().precision());
      double r = mean(texts, x -> x.shingles().recall());
      double accuracy =
          mean(
              texts,
              x -> Scores.words(x.page().text().get()).equals(Scores.words(x.text())) ? 1 : 0);
      line(
          out,
          system,
          "shingles n=%d F1 %.4f P %.4f R %.4f accuracy %.3f | words F1 %.4f",
          texts.size(),
          2 * p * r / (p + r),
          p,
          r,
          accuracy,
          mean(texts, x -> x.bag().f1()));
    }
    List<ReadPage> pieces = read.stream().filter(r -> !r.page().with().isEmpty()).toList();
    if (!pieces.isEmpty()) {
      segments(out, system, pieces);
    }
    if (!system.startsWith("jsoup") && !system.endsWith("any kind")) {
      new FieldReport(out, system).print(read);
      kinds(out, system, read);
    }
    if (set.equals("wcxb")) {
      for (String kind :
          List.of(
              "article", "documentation", "service", "forum", "collection", "listing", "product")) {
        List<ReadPage> some = texts.stream().filter(r -> r.page().kind().equals(kind)).toList();
        line(
            out,
            system,
            "  %-14s n=%d words F1 %.4f",
            kind,
            some.size(),
            mean(some, x -> x.bag().f1()));
      }
    }
  }

  /// Pages that are no articles: how many of them were recognised, how many that were refused are
  /// none; and by the kind that the set names.
  private static void kinds(PrintWriter out, String system, List<ReadPage> read) {
    List<ReadPage> refused = read.stream().filter(r -> !r.isArticle()).toList();
    double none = read.stream().filter(r -> !r.page().isArticle()).count();
    double right = refused.stream().filter(r -> !r.page().isArticle()).count();
    line(
        out,
        system,
        "not articles: said %d, are %d, right %d%s | articles lost %d of %d",
        refused.size(),
        (int) none,
        (int) right,
        none == 0
            ? ""
            : String.format(
                Locale.ROOT, " P %.4f R %.4f", right / Math.max(1, refused.size()), right / none),
        refused.size() - (int) right,
        read.size() - (int) none);
    Map<String, List<ReadPage>> byKind =
        read.stream()
            .collect(
                Collectors.groupingBy(r -> r.page().kind(), TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<ReadPage>> kind : byKind.entrySet()) {
      if (byKind.size() > 1) {
        long said = kind.getValue().stream().filter(r -> !r.isArticle()).count();
        line(out, system, "  %-14s n=%d refused %d", kind.getKey(), kind.getValue().size(), said);
      }
    }
  }

  private static void segments(PrintWriter out, String system, List<ReadPage> read) {
    double tp = 0;
    double fp = 0;
    double with = 0;
    double without = 0;
    for (ReadPage one : read) {
      String text = Scores.normal(one.text());
      tp += one.page().with().stream().filter(s -> text.contains(Scores.normal(s))).count();
      fp += one.page().without().stream().filter(s -> text.contains(Scores.normal(s))).count();
      with += one.page().with().size();
      without += one.page().without().size();
    }
    double p = tp / Math.max(1, tp + fp);
    double r = tp / with;
    line(
        out,
        system,
        "segments n=%d F %.4f P %.4f R %.4f accuracy %.4f",
        read.size(),
        2 * p * r / (p + r),
        p,
        r,
        (tp + without - fp) / (with + without));
  }

  static void line(PrintWriter out, String system, String format, Object... values) {
    out.printf("  %-20s %s%n", system, String.format(Locale.ROOT, format, values));
  }

  static double mean(List<ReadPage> read, ToDoubleFunction<ReadPage> measure) {
    return read.parallelStream().mapToDouble(measure).average().orElse(0);
  }

  private static double quality(ReadPage one) {
    if (one.page().text().isPresent()) {
      return one.shingles().f1();
    }
    String text = Scores.normal(one.text());
    GoldPage page = one.page();
    double right =
        page.with().stream().filter(s -> text.contains(Scores.normal(s))).count()
            + page.without().stream().filter(s -> !text.contains(Scores.normal(s))).count();
    return right / Math.max(1, page.with().size() + page.without().size());
  }

  private void worst(PrintWriter out, List<ReadPage> read) {
    read.stream()
        .filter(r -> r.page().text().isPresent() || !r.page().with().isEmpty())
        .sorted(Comparator.comparingDouble(SetReport::quality))
        .limit(failures)
        .forEach(
            one -> {
              Scores.Match match = one.shingles();
              out.printf(
                  Locale.ROOT,
                  "    %.3f P %.3f R %.3f %s %s%n",
                  quality(one),
                  match.precision(),
                  match.recall(),
                  one.page().id(),
                  one.page().url().map(Object::toString).orElse(""));
            });
  }

  /// Wrong dates, titles and authors, for looking at.
  private void wrong(PrintWriter out, List<ReadPage> read) {
    List<ReadPage> articles = read.stream().filter(ReadPage::isArticle).toList();
    articles.stream()
        .filter(r -> r.page().published().isPresent() && !r.dayRight())
        .limit(failures)
        .forEach(
            r ->
                out.printf(
                    "    date %s | %s | %s %s%n",
                    r.page().published().get(),
                    r.published().map(c -> c.at() + " " + c.from()).orElse("-"),
                    r.page().id(),
                    r.page().url().map(Object::toString).orElse("")));
    articles.stream()
        .filter(r -> r.page().title().isPresent() && !r.titleRight())
        .limit(failures)
        .forEach(
            r ->
                out.printf(
                    "    title %s | %s | %s%n",
                    r.page().title().get(),
                    r.article().orElseThrow().content().title(),
                    r.page().id()));
    articles.stream()
        .filter(r -> !r.page().authors().isEmpty() && r.authors().f1() < 1)
        .limit(failures)
        .forEach(
            r ->
                out.printf(
                    "    author %s | %s | %s%n",
                    r.page().authors(),
                    r.article().orElseThrow().content().authors(),
                    r.page().id()));
    read.stream()
        .filter(r -> r.isArticle() != r.page().isArticle())
        .limit(failures)
        .forEach(
            r ->
                out.printf(
                    "    kind %s | %s | %s %s%n",
                    r.page().kind(),
                    r.isArticle() ? "article" : r.result(),
                    r.page().id(),
                    r.page().url().map(Object::toString).orElse("")));
  }

  private void dump(List<ReadPage> read) {
    if (dump == null) {
      return;
    }
    try {
      Path folder = Files.createDirectories(dump.resolve(set));
      for (ReadPage one : read) {
        String name = one.page().id().replaceAll("[^\\w.-]", "_");
        Files.writeString(folder.resolve(name + ".txt"), one.text());
        Files.writeString(
            folder.resolve(name + ".gold"),
            one.page()
                .text()
                .orElse(
                    "WITH\n"
                        + String.join("\n", one.page().with())
                        + "\nWITHOUT\n"
                        + String.join("\n", one.page().without())));
        Files.write(folder.resolve(name + ".html"), one.page().bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
