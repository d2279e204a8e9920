package letopis.parse.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import letopis.document.Attribution;
import letopis.document.Image;
import letopis.parse.Entry;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.Feed;
import letopis.parse.FeedResult.NotAFeed;
import letopis.sources.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedReaderTest {
  private static final URI URL = URI.create("https://news.example/rss/feed.xml");

  private final FeedReader reader = new FeedReader(2000);

  @Test
  void aYandexFeedGivesFullTextSourceAndPicture() {
    Feed feed =
        read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:yandex="http://news.yandex.ru" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Газета</title><link>https://gazeta.example</link><language>ru-RU</language><ttl>15</ttl>
            <item><title>Дом &quot;сгорел&quot; &amp;laquo;дотла&amp;raquo; &lt;b&gt;ночью&lt;/b&gt;</title><link>/news/1?a=1&amp;b=2</link>
            <guid isPermaLink="false">id-1</guid><description><![CDATA[<p>Кратко.</p>]]></description>
            <yandex:full-text>Первый абзац. &lt;p&gt;Второй.&lt;/p&gt;</yandex:full-text>
            <author>red@gazeta.example (Иван Петров)</author><category>Происшествия</category>
            <source url="https://tass.ru/1">ТАСС</source>
            <enclosure url="https://gazeta.example/1.jpg" type="image/jpeg" length="123"/>
            <pubDate>Mon, 23 Nov 2026 10:00:00 +0900</pubDate></item></channel></rss>
            """);
    assertThat(feed.format()).isEqualTo("rss-2.0");
    assertThat(feed.lang()).contains("ru");
    assertThat(feed.interval()).contains(Duration.ofMinutes(15));
    Entry entry = feed.entries().getFirst();
    assertThat(entry.title()).isEqualTo("Дом \"сгорел\" «дотла» ночью");
    assertThat(entry.url()).contains("https://gazeta.example/news/1?a=1&b=2");
    assertThat(entry.id()).isEqualTo("id-1");
    assertThat(entry.summary()).isEqualTo("Кратко.");
    assertThat(entry.content()).isEqualTo("Первый абзац. <p>Второй.</p>");
    assertThat(entry.authors()).containsExactly("Иван Петров");
    assertThat(entry.categories()).containsExactly("Происшествия");
    assertThat(entry.attributions())
        .extracting(Attribution::how, Attribution::name, Attribution::url)
        .containsExactly(tuple(Attribution.How.SOURCE, "ТАСС", Optional.of("https://tass.ru/1")));
    assertThat(entry.images())
        .extracting(Image::url)
        .containsExactly("https://gazeta.example/1.jpg");
    assertThat(entry.published().orElseThrow().at())
        .isEqualTo(Instant.parse("2026-11-23T01:00:00Z"));
  }

  @Test
  void brokenXmlIsMended() {
    Feed feed =
        read(
            "Warning: mysql_connect() in /var/www on line 3\n"
                + "<?xml version='1.0'?><rss><channel><title>A & B\u0001</title><item><title>Tom &"
                + " Jerry &mdash; &unknown; 5 < 6</title><link>http://e.org/?a=1&b=2</link>"
                + "<nope:tag>x</nope:tag></item><item><title>Second</title><link>http://e.org/2");
    assertThat(feed.warnings()).containsExactly("there is text before the document");
    assertThat(feed.entries())
        .extracting(Entry::url)
        .containsExactly(Optional.of("http://e.org/?a=1&b=2"), Optional.of("http://e.org/2"));
    assertThat(feed.entries().getFirst().title()).startsWith("Tom & Jerry —");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251,windows-1251",
    "koi8-r,windows-1251",
    "utf-8,koi8-r",
    "windows-1251,utf-8"
  })
  void aLyingPrologDoesNotSpoilTheText(String claimed, String real) {
    String title = "Пожар в Благовещенске: пострадавших нет, жильцов вывели на улицу";
    String xml =
        "<?xml version='1.0' encoding='"
            + claimed
            + "'?><rss><channel><item><title>"
            + title
            + "</title><link>http://e.org/1</link></item></channel></rss>";
    FeedResult result = reader.read(FeedCorpus.input(xml.getBytes(Charset.forName(real))));
    assertThat(((Feed) result).entries().getFirst().title()).isEqualTo(title);
  }

  @Test
  @Timeout(5)
  void noEntityIsFetchedOrExpanded() {
    StringBuilder bomb =
        new StringBuilder(
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY a0"
                + " 'ha'>");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a")
          .append(i)
          .append(" '")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("'>");
    }
    bomb.append(
        "]><rss><channel><item><title>T &a29;"
            + " &x;</title><link>http://e.org/1</link></item></channel></rss>");
    Feed feed = read(bomb.toString());
    assertThat(feed.entries().getFirst().title())
        .startsWith("T")
        .hasSizeLessThan(40)
        .doesNotContain("root");
  }

  @Test
  @Timeout(20)
  void deepNestingAndManyEntriesAreBounded() {
    Feed deep =
        read(
            "<rss><channel><item><title>"
                + "<a>".repeat(100_000)
                + "x</title></item></channel></rss>");
    assertThat(deep.entries()).hasSize(1);
    Feed many =
        read(
            "<rss><channel>"
                + "<item><link>http://e.org/</link></item>".repeat(5000)
                + "</channel></rss>");
    assertThat(many.entries()).hasSize(2000);
    assertThat(many.warnings()).containsExactly("5000 entries; only the first 2000 are read");
  }

  @Test
  void anAtomFeedGivesLinksBasesAndTextTypes() {
    Feed feed =
        read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/dir/" xml:lang="en">
            <title type="html">A &amp;amp; B</title><link rel="next" href="?page=2"/>
            <entry><id>tag:1</id><title>AT&amp;T &lt;b&gt; literally</title><link rel="enclosure" href="x.mp3" type="audio/mpeg" length="9"/>
            <link rel="alternate" href="post"/><updated>2026-01-02T03:04:05Z</updated><author><name>Ann</name></author>
            <category term="c1"/><summary type="text">Short</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long <em>text</em></p></div></content>
            <source><title>Origin</title><link href="https://o.example/"/></source></entry></feed>
            """);
    assertThat(feed.title()).contains("A & B");
    assertThat(feed.older()).contains("https://a.example/dir/?page=2");
    Entry entry = feed.entries().getFirst();
    assertThat(entry.title()).isEqualTo("AT&T <b> literally");
    assertThat(entry.url()).contains("https://a.example/dir/post");
    assertThat(entry.enclosures())
        .containsExactly(
            new Entry.Enclosure("https://a.example/dir/x.mp3", Optional.of("audio/mpeg"), 9));
    assertThat(entry.content()).isEqualTo("<p>Long <em>text</em></p>");
    assertThat(entry.updated()).contains(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(entry.attributions()).extracting(Attribution::name).containsExactly("Origin");
    assertThat(entry.lang()).contains("en");
  }

  @Test
  void jsonFeedsMayHaveNumbersForIds() {
    Feed feed =
        read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "next_url": "/2", "items": [
              {"id": 7, "url": "/a", "content_text": "x < y", "date_published": "2026-01-02T03:04:05+03:00",
               "authors": [{"name": "Ann"}], "tags": ["t"], "attachments": [{"url": "/f.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 5}]}]}
            """);
    Entry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("7");
    assertThat(entry.url()).contains("https://news.example/a");
    assertThat(entry.content()).isEqualTo("<p>x &lt; y</p>");
    assertThat(feed.older()).contains("https://news.example/2");
  }

  @Test
  void aNewsSitemapGivesTitlesAndTimesAndAnIndexItsParts() throws IOException {
    String sitemap =
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://news.example/1</loc><lastmod>2026-11-23</lastmod><news:news><news:publication><news:name>N</news:name><news:language>ru</news:language></news:publication>
        <news:publication_date>2026-11-22T10:00:00+09:00</news:publication_date><news:title>Заголовок</news:title></news:news></url></urlset>
        """;
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(sitemap.getBytes(StandardCharsets.UTF_8));
    }
    Feed feed = (Feed) reader.read(FeedCorpus.input(zipped.toByteArray()));
    assertThat(feed.format()).isEqualTo("news-sitemap");
    assertThat(feed.entries().getFirst().title()).isEqualTo("Заголовок");
    assertThat(feed.entries().getFirst().lang()).contains("ru");
    Feed index =
        read(
            "<sitemapindex><sitemap><loc>https://e.org/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
                + "<sitemap><loc>https://e.org/new.xml.gz</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>");
    assertThat(index.parts()).containsExactly("https://e.org/new.xml.gz", "https://e.org/old.xml");
    assertThat(read("https://e.org/1\nhttps://e.org/2\n").entries()).hasSize(2);
  }

  @Test
  void aFeedInsideAnXhtmlPageIsFound() {
    Feed feed =
        read(
            "<!DOCTYPE html><html><body><feed xmlns='http://www.w3.org/2005/Atom'><entry>"
                + "<title>A</title></entry></feed></body></html>");
    assertThat(feed.entries()).hasSize(1);
  }

  @Test
  void aSitemapIndexMayForgetTheLocElement() {
    Feed index = read("<sitemapindex><sitemap>\nhttps://e.org/1.xml\n</sitemap></sitemapindex>");
    assertThat(index.parts()).containsExactly("https://e.org/1.xml");
  }

  @Test
  void whatIsNoFeedIsRefusedWithWhatItIs() {
    assertThat(
            refused(
                "<!DOCTYPE html><html><head><link rel='alternate' type='application/rss+xml'"
                    + " href='/f.xml'></head></html>"))
        .isEqualTo("an HTML page: a feed is linked at https://news.example/f.xml");
    assertThat(refused("<html><body>403</body></html>"))
        .isEqualTo("an HTML page that links to no feed");
    assertThat(refused("  ")).isEqualTo("empty");
    assertThat(refused("{\"a\": 1}")).isEqualTo("JSON, but not a JSON Feed");
    assertThat(refused("{\"a\": ")).startsWith("broken JSON");
    assertThat(refused("<svg/>")).isEqualTo("XML with the unknown root element \"svg\"");
    assertThat(refused("<opml><body><outline xmlUrl='http://e.org/f'/></body></opml>"))
        .startsWith("an OPML list of 1 feeds");
    assertThat(refused("hello")).isEqualTo("plain text without markup");
  }

  @Test
  void wordsThatSeveralLinksOfAListingBearAreNoTitle() {
    StringBuilder html = new StringBuilder();
    for (int i = 1; i <= 3; i++) {
      html.append("<div class=card><a href=\"/n/" + i + "\">Լրիվ կարդալ</a></div>");
    }
    html.append("<div class=card><a href=\"/n/4\">Կամուրջը բացվեց</a></div>");
    Access.Html access =
        new Access.Html(
            URL,
            "div.card",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    FeedResult.Feed feed =
        (FeedResult.Feed)
            new ListingReader(10)
                .read(
                    access,
                    FeedCorpus.input(
                        html.toString().getBytes(StandardCharsets.UTF_8), Optional.empty(), URL));
    assertThat(feed.entries())
        .extracting(Entry::title)
        .containsExactly("", "", "", "Կամուրջը բացվեց");
  }

  @Test
  void aListingIsReadByItsSelectors() {
    String html =
        """
        <title>Лента</title><div class=card><a class=link href="/n/1">x</a><b class=t>Первая</b><span class=d>сегодня, 16:27</span></div>
        <div class=card><a class=link href="/n/2">y</a><b class=t>Вторая</b><time datetime="2026-11-20T10:00:00+09:00">20 ноября</time></div>
        <div class=card>без ссылки</div>
        """;
    Access.Html access =
        new Access.Html(
            URL,
            ".card",
            Optional.of("a.link"),
            Optional.of(".t"),
            Optional.of(".d, time"),
            Optional.empty());
    Feed feed =
        (Feed)
            new ListingReader(10)
                .read(
                    access,
                    FeedCorpus.input(html.getBytes(StandardCharsets.UTF_8), Optional.empty(), URL));
    assertThat(feed.entries()).extracting(Entry::title).containsExactly("Первая", "Вторая");
    assertThat(feed.entries())
        .extracting(Entry::url)
        .containsExactly(
            Optional.of("https://news.example/n/1"), Optional.of("https://news.example/n/2"));
    assertThat(feed.entries()).allMatch(entry -> entry.published().isPresent());
    assertThat(feed.warnings()).containsExactly("1 of 3 items have no link");
    Access.Html wrong =
        new Access.Html(
            URL, ".gone", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(
            ((NotAFeed)
                    new ListingReader(10)
                        .read(wrong, FeedCorpus.input(html.getBytes(StandardCharsets.UTF_8))))
                .reason())
        .contains("layout may have changed");
  }

  @Test
  void opmlComesBackAsItWasWritten() {
    Opml.Feed feed =
        new Opml.Feed(
            "А & \"Б\"",
            "https://e.org/f?a=1&b=2",
            Optional.of("https://e.org/"),
            Optional.empty());
    assertThat(Opml.read(Opml.write("T", java.util.List.of(feed)).getBytes(StandardCharsets.UTF_8)))
        .containsExactly(feed);
  }

  private Feed read(String text) {
    return switch (reader.read(
        FeedCorpus.input(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), URL))) {
      case Feed feed -> feed;
      case NotAFeed not -> throw new AssertionError(not.reason());
    };
  }

  private String refused(String text) {
    return switch (reader.read(
        FeedCorpus.input(text.getBytes(StandardCharsets.UTF_8), Optional.empty(), URL))) {
      case Feed feed -> throw new AssertionError("read as " + feed.format());
      case NotAFeed not -> not.reason();
    };
  }
}
