package letopis.bench.extract;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Prints what a system made of the fields beside the text, where the set says what is right.
final class FieldReport {
  private final PrintWriter out;
  private final String system;

  FieldReport(PrintWriter out, String system) {
    this.out = out;
    this.system = system;
  }

  void print(List<ReadPage> read) {
    dates(read.stream().filter(r -> r.page().published().isPresent()).toList());
    share("titles", read, r -> r.page().title().isPresent(), ReadPage::titleRight);
    authors(read.stream().filter(r -> !r.page().authors().isEmpty()).toList());
    tags(read.stream().filter(r -> !r.page().facts().tags().isEmpty()).toList());
    share("sections", read, r -> !r.page().facts().sections().isEmpty(), ReadPage::sectionRight);
    share(
        "site names", read, r -> r.page().facts().siteName().isPresent(), ReadPage::siteNameRight);
    share("languages", read, r -> r.page().facts().lang().isPresent(), ReadPage::languageRight);
    share("pictures", read, r -> r.page().facts().picture().isPresent(), ReadPage::pictureRight);
    captions(read);
    share("excerpts", read, r -> r.page().facts().excerpt().isPresent(), ReadPage::excerptRight);
  }

  private void dates(List<ReadPage> dated) {
    if (dated.isEmpty()) {
      return;
    }
    double found = dated.stream().filter(r -> r.published().isPresent()).count();
    double right = dated.stream().filter(ReadPage::dayRight).count();
    List<Boolean> minutes =
        dated.stream()
            .map(r -> FieldScores.sameMinute(r.page().published().get(), r.published()))
            .flatMap(Optional::stream)
            .toList();
    SetReport.line(
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

  private void authors(List<ReadPage> signed) {
    if (!signed.isEmpty()) {
      SetReport.line(
          out,
          system,
          "authors n=%d all right %.4f F1 %.4f P %.4f R %.4f",
          signed.size(),
          SetReport.mean(signed, r -> r.authors().f1() == 1 ? 1 : 0),
          SetReport.mean(signed, r -> r.authors().f1()),
          SetReport.mean(signed, r -> r.authors().precision()),
          SetReport.mean(signed, r -> r.authors().recall()));
    }
  }

  private void tags(List<ReadPage> tagged) {
    if (!tagged.isEmpty()) {
      SetReport.line(
          out,
          system,
          "tags n=%d F1 %.4f P %.4f R %.4f",
          tagged.size(),
          SetReport.mean(tagged, r -> r.tags().f1()),
          SetReport.mean(tagged, r -> r.tags().precision()),
          SetReport.mean(tagged, r -> r.tags().recall()));
    }
  }

  private void captions(List<ReadPage> read) {
    List<ReadPage> known =
        read.stream()
            .filter(r -> r.page().facts().picture().flatMap(GoldPage.Picture::caption).isPresent())
            .toList();
    if (!known.isEmpty()) {
      SetReport.line(
          out,
          system,
          "captions n=%d words F1 %.4f",
          known.size(),
          SetReport.mean(known, ReadPage::captionRight));
    }
  }

  private void share(
      String field, List<ReadPage> read, Predicate<ReadPage> hasGold, Predicate<ReadPage> right) {
    List<ReadPage> known = read.stream().filter(hasGold).toList();
    if (!known.isEmpty()) {
      SetReport.line(
          out,
          system,
          "%s n=%d right %.4f",
          field,
          known.size(),
          SetReport.mean(known, r -> right.test(r) ? 1 : 0));
    }
  }
}
