package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page costs grows with its size and not with the square of it, whatever it is made of. CPU
/// time of this thread is counted, which a busy machine does not change; a square would make it a
/// hundred times as much, so that the bound leaves room for a compiler that is still at work.
class PageCostTest {
  private static final int SMALL = 500;
  private static final int BOUND = 35;
  private static final int ATTEMPTS = 6;
  private static final String TEXT =
      "<p>The bridge over the river was closed on Monday, the city council said, for three"
          + " weeks.</p>";
  private static final String TITLE = "<title>Bridge closed | Herald</title><h1>Bridge closed</h1>";

  /// What is repeated, by its name.
  private static final Map<String, String> PIECES =
      Map.ofEntries(
          Map.entry("paragraphs", TEXT + "<ul><li><a href=/x>A link</a></li></ul>"),
          Map.entry("links in a paragraph", "word and <a href='/news/x'>a link</a> "),
          Map.entry("words of one paragraph", "words without an end, 12 of 2026 "),
          Map.entry("digits of one line", "1/1/1 20261123"),
          Map.entry("nested lines of dates", "<div class='date info'>a "),
          Map.entry("nested bold words", "<b><i>a "),
          Map.entry("nested inline dates", "<span class=date>a "),
          Map.entry("nested authors", "<div class=author itemprop=author>a "),
          Map.entry("nested tables", "<table><tr><td>"),
          Map.entry("nested buttons of a date", "<div class=date><button><span>"),
          Map.entry("dates", "<div class=date>23 November 2026, 14:05</div>"),
          Map.entry("times", "<time datetime='2026-11-23T10:00:00Z'>23 November</time>"),
          Map.entry("headings", "<h1>A heading of this page</h1><h2>Bridge</h2>"),
          Map.entry("parts of a heading", "</h1><h1><span>Bridge of the city</span>"),
          Map.entry("authors", "<span class=author>Ann Bell</span>"),
          Map.entry("metas", "<meta name=author content='x y'>"),
          Map.entry("scripts", "<script>var published = 1, pubDate = '2026-11'</script>"),
          Map.entry("breaks", "a<br><br>"),
          Map.entry("attributions", TEXT + "<p>According to the Herald, as Reuters reports, "),
          Map.entry("источники", "Мост закрыт, сообщает ТАСС со ссылкой на «Вестник». "));

  private final PageExtractor extractor = new PageExtractor();

  static Set<String> pieces() {
    return PIECES.keySet();
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void takesAboutTenTimesTheWorkForTenTimes(String name) {
    String piece = PIECES.get(name);
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && least > BOUND; i++) {
      least = Math.min(least, (double) cost(piece, SMALL * 10) / least(piece));
    }

    assertThat(least).as("times the work for ten times the " + name).isLessThan(BOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"published = 1, pubDate: '", "2026-11-23T10:00", "PUB pub "})
  void takesAboutTenTimesTheWorkForAScriptTenTimesAsLong(String piece) {
    String head = "<meta property=article:published_time content=2026-11-23T10:00:00Z><script>";
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && least > BOUND; i++) {
      long small = cost(head + piece.repeat(SMALL * 10) + "</script>", 1);
      long large = cost(head + piece.repeat(SMALL * 100) + "</script>", 1);
      least = Math.min(least, (double) large / Math.max(small, floor()));
    }

    assertThat(least).isLessThan(BOUND);
  }

  private long least(String piece) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      least = Math.min(least, cost(piece, SMALL));
    }
    return Math.max(least, floor());
  }

  /// Below this a clock tells nothing.
  private static long floor() {
    return Duration.ofMillis(1).toNanos();
  }

  private long cost(String piece, int times) {
    String html = TITLE + TEXT.repeat(4) + piece.repeat(times) + TEXT.repeat(4);
    PageInput page =
        PageInput.of(
            html,
            Optional.of(URI.create("https://herald.example/news/1")),
            Instant.parse("2026-11-23T10:00:00Z"));
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(extractor.extract(page)).isNotNull();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
  }
}
