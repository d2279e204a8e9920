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
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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

  /// What one system made of one page.
  private record Read(GoldPage page, PageResult result) {
    String text() {
      return switch (result) {
        case PageResult.Article article -> article.content().body();
        case PageResult.NotAnArticle _, PageResult.Refused _ -> "";
      };
    }

    Scores.Match shingles() {
      return Scores.shingles(page.text().orElse(""), text());
    }

    Scores.Match bag() {
      return Scores.bag(page.text().orElse(""), text());
    }
  }

  void print(PrintWriter out, Map<String, Function<GoldPage, PageResult>> systems) {
    out.printf("%n%s, %d pages%n", set, pages.size());
    boolean first = true;
    for (Map.Entry<String, Function<GoldPage, PageResult>> system : systems.entrySet()) {
      List<Read> read =
          pages.parallelStream()
              .map(page -> new Read(page, system.getValue().apply(page)))
              .toList();
      print(out, system.getKey(), read);
      if (first) {
        worst(out, read);
        dump(read);
      }
      first = false;
    }
    out.flush();
  }

  private void print(PrintWriter out, String system, List<Read> read) {
    List<Read> texts = read.stream().filter(r -> r.page().text().isPresent()).toList();
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
    List<Read> pieces = read.stream().filter(r -> !r.page().with().isEmpty()).toList();
    if (!pieces.isEmpty()) {
      segments(out, system, pieces);
    }
    if (set.equals("wcxb")) {
      for (String kind :
          List.of(
              "article", "documentation", "service", "forum", "collection", "listing", "product")) {
        List<Read> some = texts.stream().filter(r -> r.page().kind().equals(kind)).toList();
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

  private static void segments(PrintWriter out, String system, List<Read> read) {
    double tp = 0;
    double fp = 0;
    double with = 0;
    double without = 0;
    for (Read one : read) {
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

  private static void line(PrintWriter out, String system, String format, Object... values) {
    out.printf("  %-20s %s%n", system, String.format(Locale.ROOT, format, values));
  }

  private static double mean(List<Read> read, ToDoubleFunction<Read> measure) {
    return read.parallelStream().mapToDouble(measure).average().orElse(0);
  }

  private static double quality(Read one) {
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

  private void worst(PrintWriter out, List<Read> read) {
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

  private void dump(List<Read> read) {
    if (dump == null) {
      return;
    }
    try {
      Path folder = Files.createDirectories(dump.resolve(set));
      for (Read one : read) {
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
