package letopis.parse.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import letopis.parse.PageInput;
import letopis.parse.page.data.ClaimReviews;
import letopis.parse.page.kind.AccessChecks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages made to cost time or stack by one piece repeated wherever a page can say something. The
/// limit is far above what they take and far below what they took.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePageTest {
  private final PageExtractor extractor = new PageExtractor();

  @ParameterizedTest
  @ValueSource(strings = {"&lt;", "\u0301", "а.", "И. И. Иванов, ", "12:00 ", "| "})
  void aPageThatRepeatsOnePieceIsRead(String piece) {
    String text = piece.repeat(100_000 / piece.length());
    String page =
        """
        <title>%1$s</title><meta name=author content="%1$s"><meta name=keywords content="%1$s">
        <meta property="article:section" content="%1$s">
        <article><h1>Мост в Озёрске открыт</h1><div class=byline>%1$s</div><span class=date>%1$s</span>
        <p>Движение открыли утром, автобусы ходят по расписанию.</p><p>%1$s</p></article>
        """
            .formatted(text);
    assertThatCode(() -> read(page)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"запрашиваем", "страниц", "огранич", "недоступн"})
  void aStubOfOneWordAsLongAsAPageIsReadOnce(String piece) {
    String page = "<title>Мост</title><p>" + piece.repeat(500_000 / piece.length());
    assertThatCode(() -> read(page)).doesNotThrowAnyException();
    assertThatCode(() -> AccessChecks.in(page.getBytes(UTF_8), Optional.empty()))
        .doesNotThrowAnyException();
  }

  @Test
  void aLineThatBeginsLikeABylineWithoutEndIsRead() {
    String page =
        "<title>Bridge opens</title><meta name=author content='Anna Berg'><h1>Bridge opens</h1><p>"
            + "and ".repeat(100_000)
            + "</p><p>Buses cross the river again since the morning.</p>";
    assertThatCode(() -> read(page)).doesNotThrowAnyException();
  }

  @Test
  void aTeaserOfWordsAsLongAsAPageIsReadOnce() {
    String word = "a".repeat(800_000);
    String page = "<p>%s <a href=/1>%sb</a> one two three four five six</p>".formatted(word, word);
    assertThatCode(() -> read(page)).doesNotThrowAnyException();
  }

  @Test
  void reviewsMarkedInsideEachOtherAreReadOnce() {
    String page =
        "<div itemprop=itemReviewed itemtype=https://schema.org/ClaimReview>".repeat(60)
            + IntStream.range(0, 100)
                .mapToObj(i -> "<b itemprop=p" + i + ">")
                .collect(Collectors.joining())
            + "Мост цел. ".repeat(60_000);
    assertThatCode(() -> ClaimReviews.page(page, "https://gazeta.example/1", Instant.EPOCH))
        .doesNotThrowAnyException();
  }

  private void read(String page) {
    extractor.extract(
        PageInput.of(
            page,
            Optional.of(URI.create("https://gazeta.example/1")),
            Instant.parse("2026-03-01T10:00:00Z")));
  }
}
