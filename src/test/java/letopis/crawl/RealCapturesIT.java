package letopis.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.archive.Capture;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;
import letopis.index.documents.DocumentStore;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.search.DocumentSearch;
import letopis.search.Hit;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;
import letopis.sources.Configuration;
import letopis.sources.Source;
import letopis.support.MovableClock;
import letopis.support.ReplayProxy;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealCapturesIT {
  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

  private final MovableClock clock = new MovableClock(NOW);

  @Test
  void capturedSitesCrawledThroughAProxyAreFoundBySearchWithTheirSavedOriginals(
      @TempDir Path folder) throws Exception {
    Path data = Path.of(System.getProperty("letopis.realdata", "../shared/realdata"));
    assumeTrue(
        Files.exists(data.resolve("1-extraction/ru-mixed/pages.tar.gz")),
        "no real data at " + data);
    try (ReplayProxy web = new ReplayProxy()) {
      RealCaptures captures = new RealCaptures(data, web);
      try (CrawlRig rig = CrawlRig.through(web.gateway(), folder, clock, captures.sources)) {
        for (Source source : captures.sources) {
          rig.crawl(source);
        }
        print(rig, captures.sources);
        DocumentSearch search = new DocumentSearch(rig.indices, Configuration.EMPTY, clock);
        everySourceHasAsManyDocumentsAsWereAdded(rig, captures.sources, search);
        pagesAreKeptReadAndFound(rig, captures.pages, search);
        postsAndFeedTextsAreFound(rig, search);
        everyPostHasItsOriginal(rig, search, data.resolve("3-social"));
      }
    }
  }

  private static void print(CrawlRig rig, List<Source> sources) throws IOException {
    System.out.printf(
        "%-18s %7s %7s %15s %7s %s%n", "source", "listed", "added", "not an article", "404", "all");
    for (Source source : sources) {
      System.out.printf(
          "%-18s %7d %7d %15d %7d %s%n",
          source.id(),
          rig.state(source).listed().size(),
          count(rig, source.id(), CrawlOutcome.ADDED),
          count(rig, source.id(), CrawlOutcome.NOT_AN_ARTICLE),
          count(rig, source.id(), CrawlOutcome.GONE),
          rig.report.of(source.id()));
    }
  }

  private static long count(CrawlRig rig, String source, CrawlOutcome outcome) {
    return rig.report.of(source).getOrDefault(outcome, 0L);
  }

  private static void everySourceHasAsManyDocumentsAsWereAdded(
      CrawlRig rig, List<Source> sources, DocumentSearch search) throws IOException {
    Breakdown bySource =
        new Breakdown(List.of(Dimension.SOURCE), 20, Optional.empty(), ZoneOffset.UTC, false);
    Map<String, Long> facet =
        search.search(SearchRequest.everything().with(bySource)).facets().get("source").stream()
            .collect(Collectors.toMap(one -> one.value(), one -> one.count()));
    for (Source source : sources) {
      assertThat(facet.getOrDefault(source.id(), 0L))
          .as(source.id())
          .isEqualTo(count(rig, source.id(), CrawlOutcome.ADDED));
      long outcomes = rig.report.of(source.id()).values().stream().mapToLong(n -> n).sum();
      assertThat(outcomes)
          .as("one outcome for each address listed by %s", source.id())
          .isEqualTo(rig.state(source).listed().size());
    }
    // Section pages are listed as if they were articles; none may become one.
    assertThat(facet).doesNotContainKey("orenday-sections").doesNotContainKey("lenta-feed");
  }

  private static void pagesAreKeptReadAndFound(
      CrawlRig rig, List<RealCaptures.Page> pages, DocumentSearch search) throws Exception {
    DocumentStore documents = new DocumentStore(rig.indices);
    List<String> notFound = new ArrayList<>();
    int withGold = 0;
    int likeGold = 0;
    for (RealCaptures.Page page : pages) {
      Optional<Document> kept = documents.find(page.url());
      if (kept.isEmpty()) {
        assertThat(page.source()).as(page.url()).isEqualTo("orenday-sections");
        continue;
      }
      Document document = kept.get();
      assertOriginal(rig, document, page.bytes());
      assertRightLetters(page, document.content().body());
      if (!page.title().isBlank() && !isFound(search, page.title(), document)) {
        notFound.add(page.url() + ": " + page.title() + " / " + document.content().title());
      }
      if (page.source().equals("serdobsk")) {
        assertThat(words(document.content().title())).as(page.url()).isEqualTo(words(page.title()));
      }
      if (page.text().length() > 100) {
        withGold++;
        likeGold += words(document.content().body()).contains(words(begin(page.text()))) ? 1 : 0;
      }
    }
    System.out.println("gold beginnings in bodies: " + likeGold + " of " + withGold);
    assertThat(notFound).isEmpty();
    assertThat(likeGold).isGreaterThan(withGold * 9 / 10);
  }

  /// The saved original is what was served, byte for byte, and its digest is right.
  private static void assertOriginal(CrawlRig rig, Document document, byte[] served)
      throws Exception {
    Capture original = rig.archive.read(document.capture().orElseThrow());
    assertThat(original.body()).as(document.id()).isEqualTo(served);
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(original.body());
    assertThat(document.capture().orElseThrow().digest())
        .isEqualTo("sha256:" + HexFormat.of().formatHex(sum));
  }

  /// What was kept as text stands in the page, read in the character set that the page declares.
  private static void assertRightLetters(RealCaptures.Page page, String body) {
    boolean old = latin(page.bytes()).contains("charset=windows-1251");
    Charset charset = old ? Charset.forName("windows-1251") : StandardCharsets.UTF_8;
    String whole = words(Jsoup.parse(new String(page.bytes(), charset)).text());
    assertThat(whole).as(page.url()).contains(words(begin(body)));
    assertThat(body).as(page.url()).doesNotContain("\uFFFD");
    long letters = body.codePoints().filter(Character::isLetter).count();
    long cyrillic =
        body.codePoints()
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.CYRILLIC)
            .count();
    assertThat(cyrillic).as(page.url()).isGreaterThan(letters * 8 / 10);
  }

  private static void postsAndFeedTextsAreFound(CrawlRig rig, DocumentSearch search)
      throws IOException {
    for (Map.Entry<String, String> sought :
        Map.of(
                "https://vk.com/wall-109125816_519471", "конкурс для Москвы сертификат",
                "https://agentlabjournal.online/agent-cost-control-case.html",
                    "лишние расходы AI-агента")
            .entrySet()) {
      Document document = new DocumentStore(rig.indices).find(sought.getKey()).orElseThrow();
      assertThat(isFound(search, sought.getValue(), document)).as(sought.getKey()).isTrue();
    }
    Document post =
        new DocumentStore(rig.indices).find("https://t.me/lexfridman/282").orElseThrow();
    Capture listing = rig.archive.read(post.capture().orElseThrow());
    assertThat(listing.url()).isEqualTo("https://t.me/s/lexfridman");
    assertThat(new String(listing.body(), StandardCharsets.UTF_8))
        .contains("data-post=\"lexfridman/282\"");
  }

  /// The original of a post is the answer it was read from: the channel's page, the API's JSON.
  private static void everyPostHasItsOriginal(CrawlRig rig, DocumentSearch search, Path social)
      throws Exception {
    Map<String, Path> served =
        Map.of(
            "telegram", social.resolve("telegram/t.me-s-channel.html"),
            "vk", social.resolve("vk/wall.get-2020.json"));
    for (Map.Entry<String, Path> source : served.entrySet()) {
      Filters filters =
          new Filters(
              Map.of(Dimension.SOURCE, Set.of(source.getKey())),
              Map.of(),
              Optional.empty(),
              Optional.empty());
      Listing all = new Listing(Sort.NEWEST, false, 100, Optional.empty());
      List<Hit> posts = search.search(SearchRequest.everything().with(filters).with(all)).hits();
      assertThat(posts).as(source.getKey()).isNotEmpty();
      for (Hit post : posts) {
        Document document = new DocumentStore(rig.indices).get(post.id()).orElseThrow();
        assertOriginal(rig, document, Files.readAllBytes(source.getValue()));
      }
    }
  }

  private static boolean isFound(DocumentSearch search, String title, Document document)
      throws IOException {
    // Words only, so that no mark of the title is an operator; `1,4` is one word.
    String words = title.replaceAll("(?<!\\d),|,(?!\\d)|[^\\p{L}\\p{N},]+", " ").strip();
    if (!(QueryParser.parse(words) instanceof ParseOutcome.Parsed parsed)) {
      throw new AssertionError("not a query: " + words);
    }
    return search.search(SearchRequest.of(words, parsed.query())).hits().stream()
        .map(Hit::id)
        .anyMatch(document.id()::equals);
  }

  private static String begin(String text) {
    String plain = text.strip();
    return plain.substring(0, Math.min(60, plain.length()));
  }

  private static String words(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
  }
}
