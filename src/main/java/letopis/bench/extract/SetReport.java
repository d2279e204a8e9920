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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import letopis.document.Claimed;
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
    Optional<PageResult.Article> article() {
      return switch (result) {
        case PageResult.Article article -> Optional.of(article);
        case PageResult.NotAnArticle _, PageResult.Refused _ -> Optional.empty();
      };
    }

    boolean isArticle() {
      return article().isPresent();
    }

    String text() {
      return article().map(article -> article.content().body()).orElse("");
    }

    Optional<Claimed> published() {
      return switch (result) {
        case PageResult.Article article -> article.published();
        case PageResult.NotAnArticle other -> other.published();
        case PageResult.Refused _ -> Optional.empty();
      };
    }

    boolean dayRight() {
      return published()
          .filter(found -> FieldScores.sameDay(page.published().orElseThrow(), found))
          .isPresent();
    }

    private String title() {
      return switch (result) {
        case PageResult.Article article -> article.content().title();
        case PageResult.NotAnArticle other -> other.title().orElse("");
        case PageResult.Refused _ -> "";
      };
    }

    boolean titleRight() {
      return FieldScores.sameTitle(page.title().orElseThrow(), title());
    }

    Scores.Match authors() {
      return FieldScores.authors(
          page.authors(), article().map(a -> a.content().authors()).orElse(List.of()));
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
        wrong(out, read);
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
    if (!system.startsWith("jsoup") && !system.endsWith("any kind")) {
      fields(out, system, read);
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

  private void fields(PrintWriter out, String system, List<Read> read) {
    List<Read> dated = read.stream().filter(r -> r.page().published().isPresent()).toList();
    if (!dated.isEmpty()) {
      double found = dated.stream().filter(r -> r.published().isPresent()).count();
      double right = dated.stream().filter(Read::dayRight).count();
      List<Boolean> minutes =
          dated.stream()
              .map(r -> FieldScores.sameMinute(r.page().published().get(), r.published()))
              .flatMap(Optional::stream)
              .toList();
      line(
          out,
          system,
          "dates n=%d accuracy %.4f wrong of answered %.4f found %.4f%s",
          dated.size(),
          right / dated.size(),
          (found - right) / Math.max(1, found),
          found / dated.size(),
          minutes.isEmpty()
              ? ""
              : String.format(
                  Locale.ROOT,
                  " | minute n=%d %.4f",
                  minutes.size(),
                  minutes.stream().filter(b -> b).count() / (double) minutes.size()));
    }
    List<Read> titled = read.stream().filter(r -> r.page().title().isPresent()).toList();
    if (!titled.isEmpty()) {
      line(
          out,
          system,
          "titles n=%d right %.4f",
          titled.size(),
          mean(titled, r -> r.titleRight() ? 1 : 0));
    }
    List<Read> signed = read.stream().filter(r -> !r.page().authors().isEmpty()).toList();
    if (!signed.isEmpty()) {
      line(
          out,
          system,
          "authors n=%d all right %.4f P %.4f R %.4f",
          signed.size(),
          mean(signed, r -> r.authors().f1() == 1 ? 1 : 0),
          mean(signed, r -> r.authors().precision()),
          mean(signed, r -> r.authors().recall()));
    }
    kinds(out, system, read);
  }

  /// Pages that are no articles: how many of them were recognised, how many that were refused are
  /// none; and by the kind that the set names.
  private static void kinds(PrintWriter out, String system, List<Read> read) {
    List<Read> refused = read.stream().filter(r -> !r.isArticle()).toList();
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
    Map<String, List<Read>> byKind =
        read.stream()
            .collect(
                Collectors.groupingBy(r -> r.page().kind(), TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Read>> kind : byKind.entrySet()) {
      if (byKind.size() > 1) {
        long said = kind.getValue().stream().filter(r -> !r.isArticle()).count();
        line(out, system, "  %-14s n=%d refused %d", kind.getKey(), kind.getValue().size(), said);
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

  /// Wrong dates, titles and authors, for looking at.
  private void wrong(PrintWriter out, List<Read> read) {
    List<Read> articles = read.stream().filter(Read::isArticle).toList();
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
