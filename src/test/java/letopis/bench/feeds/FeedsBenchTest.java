package letopis.bench.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import letopis.bench.RealData;
import org.junit.jupiter.api.Test;

/// What `bench feeds` measures, held to floors; `-Dletopis.fuzz=10000` sets the number of damaged
/// documents.
class FeedsBenchTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /// One small document of each kind.
  private static final String[] KINDS = {
    "<rss version='2.0'><channel><title>T</title><item><title>A</title><link>http://e.org/1</link>"
        + "<pubDate>Mon, 1 Jan 2024 10:00:00 +0300</pubDate></item></channel></rss>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><link href='/1'/>"
        + "<updated>2024-01-01T00:00:00Z</updated></entry></feed>",
    "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\","
        + "\"url\":\"http://e.org\"}]}",
    "<urlset><url><loc>http://e.org/1</loc><lastmod>2024-01-01</lastmod></url></urlset>",
    "<section class='tgme_channel_history'><div class='tgme_widget_message' data-post='a/1'>"
        + "<div class='tgme_widget_message_text'>x<br>y</div><a class='tgme_widget_message_date'"
        + " href='https://t.me/a/1'><time datetime='2024-01-01T00:00:00+00:00'></time></a></div>"
        + "</section>",
    "{\"response\":{\"count\":1,\"items\":[{\"id\":1,\"owner_id\":-1,\"from_id\":-1,\"date\":1,"
        + "\"text\":\"[club1|A]\"}]}}",
    "[{\"id\":\"1\",\"created_at\":\"2024-01-01T00:00:00Z\",\"account\":{\"id\":\"1\","
        + "\"acct\":\"a\"},\"content\":\"<p>x</p>\"}]",
    "{\"feed\":[{\"post\":{\"uri\":\"at://did/app/1\",\"record\":{\"text\":\"x\",\"facets\":"
        + "[{\"index\":{\"byteStart\":0,\"byteEnd\":1},\"features\":[{\"uri\":\"http://e.org\"}]}]"
        + "}}}]}"
  };

  @Test
  void damagedDocumentsAndRobotsFilesNeverThrowOrHang() throws IOException {
    int count = Integer.getInteger("letopis.fuzz", 400);
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    for (String kind : KINDS) {
      seeds.put(kind, kind.getBytes(StandardCharsets.UTF_8));
    }
    RealData data = RealData.fromSystem();
    if (data.present()) {
      seeds.putAll(FeedsBench.seeds(new FeedSuites(data.folder())));
    }
    Mutations.Result documents = new Mutations().documents(seeds, count);
    assertThat(documents.crashes()).isEmpty();
    assertThat(documents.longest()).isLessThan(LONGEST);
    byte[] rules =
        "User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\n".getBytes(StandardCharsets.UTF_8);
    Mutations.Result robots = new Mutations().robots(Map.of("robots.txt", rules), count);
    assertThat(robots.crashes()).isEmpty();
    assertThat(robots.longest()).isLessThan(LONGEST);
  }

  @Test
  void fieldsEqualWhatOtherParsersExpect() throws IOException {
    RealData data = RealData.fromSystem();
    assumeTrue(data.present(), "no real data");
    Comparison comparison = FeedsBench.compared(new FeedSuites(data.folder()).feeds());
    assertThat(comparison.all().expected()).isGreaterThan(800);
    assertThat(comparison.all().equal() / (double) comparison.all().expected())
        .as(String.join("\n", comparison.differences()))
        .isGreaterThan(0.97);
  }

  @Test
  void aFieldThatDiffersIsCountedAndNamed() throws IOException {
    String feed =
        "<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title></item>"
            + "</channel></rss>";
    String expected = "{\"items\":[{\"title\":\"One\"},{\"title\":\"Three\"}]}";
    Comparison comparison =
        FeedsBench.compared(
            Map.of(
                "gofeed",
                Map.of(
                    "a.xml",
                    feed.getBytes(StandardCharsets.UTF_8),
                    "a.json",
                    expected.getBytes(StandardCharsets.UTF_8))));
    assertThat(comparison.all()).isEqualTo(new Comparison.Count(2, 1));
    assertThat(comparison.differences())
        .containsExactly("gofeed title a.xml 1: expected «Three», got «Two»");
  }

  @Test
  void refusedAndEmptyFilesAreToldApart() {
    FeedTable table = new FeedTable();
    table.add(
        "set",
        Map.of(
            "empty",
            "<rss version='2.0'><channel><title>T</title></channel></rss>"
                .getBytes(StandardCharsets.UTF_8),
            "page",
            "<html><body><p>Hello</p></body></html>".getBytes(StandardCharsets.UTF_8)));
    FeedTable.Row row = table.all();
    assertThat(row.files()).isEqualTo(2);
    assertThat(row.empty()).isEqualTo(1);
    assertThat(row.refused()).isEqualTo(1);
    assertThat(table.refusals()).singleElement().asString().startsWith("set/page: ");
  }
}
