package letopis.crawl.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.crawl.CrawlRig;
import letopis.crawl.filing.Finding;
import letopis.document.CaptureRef;
import letopis.index.state.EntryState;
import letopis.index.state.Validators;
import letopis.parse.Entry;
import letopis.sources.Source;
import org.junit.jupiter.api.Test;

class PageReaderTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final URI PAGE = URI.create("https://example.org/a");
  private static final URI MOVED = URI.create("https://example.org/b");
  private static final URI FRONT = URI.create("https://example.org/");

  private final PageReader reader = PageReader.of(CrawlRig.settings().schedule());

  @Test
  void theFrontPageInPlaceOfAPageIsNotGone() throws Exception {
    assertThat(gone(FRONT, 200)).containsExactly(PAGE.toString());
  }

  @Test
  void allAddressesOnTheWayToAnErrorAreGone() throws Exception {
    assertThat(gone(MOVED, 404)).containsExactlyInAnyOrder(PAGE.toString(), MOVED.toString());
  }

  private Iterable<String> gone(URI answered, int status) throws InterruptedException {
    Source source = CrawlRig.rss("s", URI.create("https://example.org/feed"));
    PageSeen page =
        new PageSeen(
            PAGE,
            answered,
            List.of(PAGE),
            AT,
            status,
            Map.of(),
            new byte[0],
            new CaptureRef("w", 0, 1, "", AT));
    return reader.read(source, state(), page) instanceof Finding.Gone gone
        ? gone.addresses()
        : List.of();
  }

  private static EntryState state() {
    return new EntryState(
        "a",
        "s",
        PAGE.toString(),
        Optional.empty(),
        Validators.NONE,
        AT,
        Optional.empty(),
        Optional.of(AT),
        AT,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        0,
        Map.of(),
        Optional.empty(),
        EntryCodec.toJson(Entry.bare("a", Optional.of(PAGE.toString()), "")));
  }
}
