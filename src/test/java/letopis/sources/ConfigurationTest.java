package letopis.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.sources.Configuration.Invalid;
import letopis.sources.Configuration.Ready;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @TempDir Path dir;

  @Test
  void theShippedConfigurationIsRight() {
    Configuration shipped = ready(Configuration.load(Path.of("crawler-config")));
    assertThat(shipped.sources()).hasSizeGreaterThan(8).noneMatch(Source::verified);
    assertThat(shipped.source("portamur").orElseThrow().zone())
        .isEqualTo(ZoneId.of("Asia/Yakutsk"));
    assertThat(shipped.places()).hasSizeGreaterThan(40);
    assertThat(shipped.topics()).isNotEmpty();
  }

  @Test
  void anEmptyFolderMeansDefaults() {
    assertThat(ready(Configuration.load(dir))).isEqualTo(Configuration.EMPTY);
  }

  @Test
  void aMissingFolderIsAProblem() {
    assertThat(problems(Configuration.load(dir.resolve("none"))))
        .singleElement()
        .asString()
        .contains("no such configuration folder");
  }

  @Test
  void everyKeyOfTheCrawlerIsRead() throws IOException {
    write(
        "crawler.yaml",
        """
        agent: {name: Bot, version: "2", contact: me@example.org}
        politeness: {delay: 500ms, parallel: 3, max_crawl_delay: 1m, robots_ttl: 1h}
        limits: {body: 5m, ratio: 50, connect: 3s, total: PT30S, redirects: 4, entries: 100, in_flight: 8}
        schedule:
          first: 10m
          shortest: 2m
          longest: 3h
          longest_after_failure: 12h
          unconditional_every: 5
          revisits: [{under: 1h, every: 10m}, {under: 1d, every: 2h}]
          backdate_tolerance: 5m
        storage: {heap: 2g, warc_file: 100m, spool: 1g, keep: 365d}
        hosts:
          Example.org: {delay: 9s, parallel: 2, total: 5s, user_agent: Mine/1, ignore_validators: true}
        host_map: {News.demo: "127.0.0.1:8081"}
        allow_private: [news.demo]
        proxy: http://localhost:3128
        """);
    CrawlerSettings settings = ready(Configuration.load(dir)).crawler();
    assertThat(settings.agent().userAgent()).isEqualTo("Bot/2 (+me@example.org)");
    assertThat(settings.politeness().delay()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.limits().body()).isEqualTo(5L << 20);
    assertThat(settings.limits().total()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.schedule().revisits()).hasSize(2);
    assertThat(settings.storage().heap()).isEqualTo(2L << 30);
    assertThat(settings.storage().keep()).contains(Duration.ofDays(365));
    assertThat(settings.host("www.example.org").delay()).contains(Duration.ofSeconds(9));
    assertThat(settings.host("other.org")).isEqualTo(CrawlerSettings.HostOverride.NONE);
    assertThat(settings.hostMap()).isEqualTo(Map.of("news.demo", "127.0.0.1:8081"));
    assertThat(settings.mayBePrivate("news.demo")).isTrue();
    assertThat(settings.mayBePrivate("bank.demo")).isFalse();
    assertThat(settings.proxy()).contains(URI.create("http://localhost:3128"));
  }

  @Test
  void aFileMayHoldOneSourceAListOrDefaultsForAll() throws IOException {
    write("sources/1.yaml", "id: one\nname: One\nrss: https://one.example/rss\n");
    write("sources/2.yaml", "- {id: two, name: Two, sitemap: 'https://two.example/s.xml'}\n");
    write(
        "sources/3.yaml",
        """
        defaults: {kind: blog, language: en, tags: [a]}
        sources:
          - {id: three, name: Three, telegram: "https://t.me/s/three_channel", tags: [b]}
          - {id: four, name: Four, kind: news, rss: "https://новости.рф/лента?a=1"}
        """);
    List<Source> sources = ready(Configuration.load(dir)).sources();
    assertThat(sources).extracting(Source::id).containsExactly("one", "two", "three", "four");
    assertThat(sources.get(2).kind()).isEqualTo(SourceKind.BLOG);
    assertThat(sources.get(2).tags()).containsExactly("a", "b");
    assertThat(sources.get(2).access().address()).hasToString("https://t.me/s/three_channel");
    assertThat(sources.get(3).kind()).isEqualTo(SourceKind.NEWS);
    assertThat(sources.get(3).access().address().getHost()).isEqualTo("xn--b1amnebsh.xn--p1ai");
    assertThat(sources.get(3).language()).isEqualTo(Optional.of("en"));
  }

  @Test
  void allMistakesAreReportedAtOnceWithFileLineAndNearestKey() throws IOException {
    write(
        "crawler.yaml",
        """
        politness:
          delay: 1s
        limits:
          body: many
          entries: 0
          entries: 5
        schedule: {shortest: 2h, longest: 1h}
        """);
    write(
        "sources/a.yaml",
        """
        - id: a
          name: A
          kind: newz
          rss: ftp://a.example/feed
          intervall: 5m
        - id: b
          name: B
          html: {url: "https://b.example", item: "div[", lnk: a}
          telegram: channel
        - id: a
          name: Again
          vk: id12345
          zone: Asia/Yakutks
          language: russian
          every: soon
        """);
    write("sources/b.yaml", "id: c\nname: [x\n");
    write("places.yaml", "places:\n  - {id: x, name: X, lat: 91, lon: 0, within: y}\n");
    assertThat(problems(Configuration.load(dir)))
        .containsExactly(
            "crawler.yaml:1: unknown key \"politness\": did you mean \"politeness\"?",
            "crawler.yaml:4: \"body\": \"many\" is not a size such as 512k, 10m or 1g",
            "crawler.yaml:5: \"entries\": \"0\" is not a whole number from 1 to 100000",
            "crawler.yaml:6: \"entries\" is given twice",
            "crawler.yaml:7: \"longest\" is less than \"shortest\"",
            "sources/a.yaml:3: \"kind\": unknown kind \"newz\": did you mean \"news\"?",
            "sources/a.yaml:4: \"rss\": \"ftp://a.example/feed\" is not an address that begins with"
                + " http:// or https://",
            "sources/a.yaml:5: unknown key \"intervall\"; known are id, rss, sitemap, html,"
                + " telegram, vk, mastodon, bluesky, youtube, name, aliases, kind, region,"
                + " language, zone, extract, every, tags, verified",
            "sources/a.yaml:6: a source has exactly one of html, telegram",
            "sources/a.yaml:8: \"item\": \"div[\" is not a CSS selector: Did not find balanced"
                + " marker at ''",
            "sources/a.yaml:8: unknown key \"lnk\": did you mean \"link\"?",
            "sources/a.yaml:10: the id \"a\" is already used at sources/a.yaml:1",
            "sources/a.yaml:12: \"vk\": \"id12345\" is a person's page; only communities are read",
            "sources/a.yaml:13: \"zone\": unknown zone \"Asia/Yakutks\": did you mean"
                + " \"Asia/Yakutsk\"?",
            "sources/a.yaml:14: \"language\": \"russian\" is not an ISO 639-1 code of two letters,"
                + " such as ru or en",
            "sources/a.yaml:15: \"every\": \"soon\" is not a duration such as 500ms, 30s, 15m, 6h"
                + " or 30d",
            "sources/b.yaml:3: not YAML: expected ',' or ']', but got <stream end>",
            "places.yaml:2: \"lat\": \"91\" is not a number from -90.0 to 90.0",
            "places.yaml:2: unknown place \"y\": did you mean \"x\"?");
  }

  @ParameterizedTest
  @CsvSource({
    "telegram, @amurinfo, https://t.me/s/amurinfo",
    "telegram, t.me/amurinfo, https://t.me/s/amurinfo",
    "vk, https://vk.com/amurinfo,"
        + " https://api.vk.com/method/wall.get?domain=amurinfo&count=100&extended=1&v=5.199",
    "vk, club42, https://api.vk.com/method/wall.get?owner_id=-42&count=100&extended=1&v=5.199",
    "mastodon, @news@social.example, https://social.example/api/v1/accounts/lookup?acct=news",
    "mastodon, https://social.example/@news,"
        + " https://social.example/api/v1/accounts/lookup?acct=news",
    "bluesky, https://bsky.app/profile/news.example.org,"
        + " https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=news.example.org&filter=posts_and_author_threads&limit=50",
    "youtube, https://www.youtube.com/channel/UC1234567890abcdef,"
        + " https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890abcdef",
    "youtube, PL1234567890abcdef,"
        + " https://www.youtube.com/feeds/videos.xml?playlist_id=PL1234567890abcdef",
  })
  void handlesAndAddressesOfPlatformsAreTakenAsPasted(String key, String value, String address)
      throws IOException {
    write("sources/s.yaml", "{id: s, name: S, " + key + ": \"" + value + "\"}");
    assertThat(ready(Configuration.load(dir)).sources().getFirst().access().address())
        .hasToString(address);
  }

  @ParameterizedTest
  @CsvSource({
    "telegram, https://t.me/+AbCdEf, is an invitation",
    "telegram, joinchat, is an invitation",
    "telegram, c, is not a public channel",
    "vk, https://vk.com/id1, is a person's page",
    "mastodon, news, is neither",
    "bluesky, news, is not a handle",
    "youtube, @news, is not a channel id",
    "rss, news.example/feed, is not an address",
    "rss, 'https:///feed', has no host",
  })
  void whatCannotBeReadIsRefusedWithAReason(String key, String value, String reason)
      throws IOException {
    write("sources/s.yaml", "{id: s, name: S, " + key + ": \"" + value + "\"}");
    assertThat(problems(Configuration.load(dir))).singleElement().asString().contains(reason);
  }

  @Test
  void theVkTokenComesFromTheEnvironmentAndIsNeverPrinted() {
    Secrets secrets = Secrets.from(Map.of(Secrets.VK_TOKEN, "abc123"));
    assertThat(secrets.headers(new Access.Vk("news")))
        .containsEntry("Authorization", "Bearer abc123");
    assertThat(secrets.headers(new Access.Telegram("news"))).isEmpty();
    assertThat(secrets.toString()).doesNotContain("abc123");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(dir.resolve(name).getParent());
    Files.writeString(dir.resolve(name), text);
  }

  private static Configuration ready(Configuration.Loaded loaded) {
    return switch (loaded) {
      case Ready ready -> ready.configuration();
      case Invalid invalid -> throw new AssertionError(invalid.problems().toString());
    };
  }

  private static List<String> problems(Configuration.Loaded loaded) {
    return switch (loaded) {
      case Ready _ -> List.of();
      case Invalid invalid -> invalid.problems().stream().map(Object::toString).toList();
    };
  }
}
