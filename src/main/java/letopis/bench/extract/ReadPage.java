package letopis.bench.extract;

import java.util.List;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Image;
import letopis.parse.PageResult;

/// What one system made of one page.
record ReadPage(GoldPage page, PageResult result) {
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

  String title() {
    return switch (result) {
      case PageResult.Article article -> article.content().title();
      case PageResult.NotAnArticle other -> other.title().orElse("");
      case PageResult.Refused _ -> "";
    };
  }

  boolean titleRight() {
    return FieldScores.sameTitle(page.title().orElseThrow(), title());
  }

  Optional<Content> content() {
    return article().map(PageResult.Article::content);
  }

  Scores.Match authors() {
    return FieldScores.names(page.authors(), content().map(Content::authors).orElse(List.of()));
  }

  Scores.Match tags() {
    return FieldScores.names(page.facts().tags(), content().map(Content::tags).orElse(List.of()));
  }

  boolean sectionRight() {
    Optional<String> said = content().flatMap(Content::section);
    return page.facts().sections().stream()
        .anyMatch(gold -> said.filter(found -> FieldScores.sameTitle(gold, found)).isPresent());
  }

  boolean siteNameRight() {
    String gold = page.facts().siteName().orElseThrow();
    return article()
        .flatMap(PageResult.Article::siteName)
        .filter(found -> FieldScores.sameTitle(gold, found))
        .isPresent();
  }

  /// The language alone, without its region.
  boolean languageRight() {
    String gold = page.facts().lang().orElseThrow().split("[-_]")[0];
    return content().filter(found -> found.lang().equalsIgnoreCase(gold)).isPresent();
  }

  boolean excerptRight() {
    String gold = page.facts().excerpt().orElseThrow();
    return content().filter(found -> FieldScores.sameTitle(gold, found.lead())).isPresent();
  }

  boolean pictureRight() {
    List<String> gold = page.facts().picture().orElseThrow().addresses();
    return picture().filter(found -> FieldScores.samePicture(gold, found.url())).isPresent();
  }

  /// Of the caption's words, as for texts.
  double captionRight() {
    String gold = page.facts().picture().flatMap(GoldPage.Picture::caption).orElseThrow();
    return Scores.bag(gold, picture().flatMap(Image::caption).orElse("")).f1();
  }

  private Optional<Image> picture() {
    return content().map(Content::images).flatMap(images -> images.stream().findFirst());
  }

  Scores.Match shingles() {
    return Scores.shingles(page.text().orElse(""), text());
  }

  Scores.Match bag() {
    return Scores.bag(page.text().orElse(""), text());
  }
}
