package letopis.parse.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Image;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.Feed;
import letopis.parse.FeedResult.NotAFeed;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import org.junit.jupiter.api.Test;

class SocialReadersTest {
  @Test
  void aTelegramPostKeepsItsTextForwardReplyViewsAndMedia() {
    Feed feed =
        feed(
            new TelegramReader()
                .read(
                    input(
                        "https://t.me/s/amur",
                        """
                        <section class="tgme_channel_history"><a class="tme_messages_more" data-before="40" href="/s/amur?before=40"></a>
                        <div class="tgme_widget_message service_message" data-post="amur/40">Channel created</div>
                        <div class="tgme_widget_message" data-post="amur/41">
                          <div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/tass/7">ТАСС</a></div>
                          <a class="tgme_widget_message_reply" href="https://t.me/amur/39"><span class="tgme_widget_message_author_name">Амур</span>
                            <div class="tgme_widget_message_text js-message_reply_text">чужие слова</div></a>
                          <div class="media_supported_cont"><div class="tgme_widget_message_text js-message_text">Паводок <i class="emoji"><b>🌊</b></i> близко<br>Вторая строка
                            <a href="?q=%23паводок">#паводок</a> <a href="https://e.org/?a=1&amp;amp;b=2" onclick="return confirm()">ссылка</a></div></div>
                          <a class="tgme_widget_message_photo_wrap" style="background-image:url('https://cdn.org/1.jpg')"></a>
                          <a class="tgme_widget_message_photo_wrap" style="background-image:url('https://cdn.org/2.jpg')"></a>
                          <video src="https://cdn.org/3.mp4"></video><time class="message_video_duration">0:10</time>
                          <a class="tgme_widget_message_link_preview" href="https://e.org"><div class="tgme_widget_message_text">не текст</div></a>
                          <span class="tgme_widget_message_views">12.3K</span>
                          <span class="tgme_widget_message_meta">edited <a class="tgme_widget_message_date" href="https://t.me/amur/41"><time datetime="2026-11-20T10:15:00+03:00">10:15</time></a></span>
                        </div></section>
                        """)));
    assertThat(feed.older()).contains("https://t.me/s/amur?before=40");
    assertThat(feed.warnings()).containsExactly("1 service messages left out");
    Entry entry = feed.entries().getFirst();
    assertThat(entry.marks()).containsExactly(Entry.Mark.EDITED);
    assertThat(entry.id()).isEqualTo("amur/41");
    assertThat(entry.url()).contains("https://t.me/amur/41");
    assertThat(entry.title()).isEqualTo("Паводок 🌊 близко");
    assertThat(entry.content())
        .contains("Паводок 🌊 близко<br>", "Вторая строка", "href=\"https://e.org/?a=1&amp;b=2\"")
        .doesNotContain("чужие слова", "не текст", "?q=");
    assertThat(entry.categories()).containsExactly("паводок");
    assertThat(entry.images()).hasSize(2);
    assertThat(entry.enclosures()).hasSize(1);
    assertThat(entry.views()).isEqualTo(12_300);
    Claimed published = entry.published().orElseThrow();
    assertThat(published.at()).isEqualTo(Instant.parse("2026-11-20T07:15:00Z"));
    assertThat(published.from()).isEqualTo(PublishedFrom.PLATFORM);
    assertThat(published.offset()).contains(ZoneOffset.ofHours(3));
    assertThat(entry.attributions())
        .containsExactly(
            new Attribution(
                Attribution.How.FORWARD, "ТАСС", Optional.of("https://t.me/tass/7"), -1, -1),
            new Attribution(
                Attribution.How.REPLY, "Амур", Optional.of("https://t.me/amur/39"), -1, -1));
  }

  @Test
  void aChannelWithoutPreviewIsAStatusNotAnEmptyChannel() {
    String page = "<div class='tgme_page'><div class='tgme_page_extra'>5 subscribers</div></div>";
    assertThat(reason(new TelegramReader().read(input("https://t.me/closed", page))))
        .contains("without a public web preview", "redirected to https://t.me/closed");
    assertThat(reason(new TelegramReader().read(input("https://t.me/s/x", "<html>429</html>"))))
        .isEqualTo("not a page of a Telegram channel");
  }

  @Test
  void aDeletedTelegramPostIsSaidToBeGone() {
    String page = "<div class='tgme_widget_message_error'>Post not found</div>";
    assertThat(reason(new TelegramReader().read(input("https://t.me/amur/41?embed=1", page))))
        .startsWith(TelegramReader.GONE);
  }

  @Test
  void aVkRepostNamesTheCommunityItCameFromAndNoPerson() {
    Feed feed =
        feed(
            new VkReader()
                .read(
                    input(
                        "https://api.vk.com/method/wall.get?domain=a&count=2&v=5.199",
                        """
                        {"response": {"count": 9, "items": [
                          {"id": 5, "owner_id": -7, "from_id": -7, "date": 1700000000, "edited": 1700000100,
                           "text": "Пишет [club9|Газета] и [id3|Иван] #новости@a", "views": {"count": 42},
                           "copyright": {"link": "https://tass.ru/1", "name": "ТАСС", "type": "external_link"},
                           "attachments": [{"type": "link", "link": {"url": "https://e.org/a", "title": "Статья"}},
                             {"type": "photo", "photo": {"sizes": [{"url": "https://i/s.jpg", "width": 10, "height": 10},
                               {"url": "https://i/l.jpg", "width": 100, "height": 100}]}}],
                           "copy_history": [{"id": 1, "owner_id": -9, "text": "Исходный текст"},
                             {"id": 2, "owner_id": 33, "text": "Ещё раньше"}]},
                          {"id": 6, "owner_id": -7, "from_id": 33, "date": 1700000000, "text": "от человека"}],
                          "profiles": [{"id": 33, "first_name": "Иван"}],
                          "groups": [{"id": 7, "name": "Наш город"}, {"id": 9, "name": "Газета"}]}}
                        """)));
    assertThat(feed.title()).contains("Наш город");
    assertThat(feed.warnings()).containsExactly("1 posts of persons left out");
    assertThat(feed.older().orElseThrow()).endsWith("domain=a&count=2&v=5.199&offset=2");
    Entry entry = feed.entries().getFirst();
    assertThat(feed.entries()).hasSize(1);
    assertThat(entry.url()).contains("https://vk.com/wall-7_5");
    assertThat(entry.content())
        .startsWith("<p>Пишет Газета и Иван #новости@a</p>")
        .contains("<a href=\"https://e.org/a\">Статья</a>", "<p>Исходный текст</p>");
    assertThat(entry.published().orElseThrow().at()).isEqualTo(Instant.ofEpochSecond(1700000000));
    assertThat(entry.updated()).contains(Instant.ofEpochSecond(1700000100));
    assertThat(entry.views()).isEqualTo(42);
    assertThat(entry.images())
        .singleElement()
        .hasFieldOrPropertyWithValue("url", "https://i/l.jpg");
    assertThat(entry.attributions())
        .extracting(Attribution::how, Attribution::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Attribution.How.FORWARD, "Газета"),
            org.assertj.core.groups.Tuple.tuple(Attribution.How.FORWARD, "vk.com"),
            org.assertj.core.groups.Tuple.tuple(Attribution.How.SOURCE, "ТАСС"));
    assertThat(entry.toString()).doesNotContain("id33", "first_name");
  }

  @Test
  void vkErrorsAreNamedRefusals() {
    for (int code : new int[] {5, 6, 15, 18, 29, 100, 777}) {
      String json = "{\"error\": {\"error_code\": " + code + ", \"error_msg\": \"text\"}}";
      assertThat(reason(new VkReader().read(input("https://api.vk.com/method/wall.get", json))))
          .startsWith("VK error " + code + ", ");
    }
  }

  @Test
  void aMastodonAccountLeadsToItsStatuses() {
    Feed feed =
        feed(
            new MastodonReader()
                .read(
                    input(
                        "https://m.org/api/v1/accounts/lookup?acct=news",
                        "{\"id\":\"12\",\"acct\":\"news\",\"created_at\":\"2020-01-01T00:00:00Z\"}")));
    assertThat(feed.parts())
        .containsExactly("https://m.org/api/v1/accounts/12/statuses?limit=40&exclude_replies=true");
  }

  @Test
  void aMastodonPollIsReadWithItsOptionsAndAQuotedStatusIsALink() {
    Feed feed =
        feed(
            new MastodonReader()
                .read(
                    input(
                        "https://m.org/api/v1/accounts/12/statuses",
                        """
                        [{"id": "7", "created_at": "2026-01-02T03:04:05Z", "url": "https://m.org/@news/7",
                          "account": {"id": "12", "acct": "news"}, "content": "<p>Закрыть мост?</p>",
                          "poll": {"options": [{"title": "Да"}, {"title": "Нет & нет"}]},
                          "quote": {"state": "accepted", "quoted_status": {"id": "6",
                            "url": "https://other.org/@mayor/6", "account": {"acct": "mayor@other.org"}}}}]
                        """)));
    Entry entry = feed.entries().getFirst();
    assertThat(entry.content()).isEqualTo("<p>Закрыть мост?</p><p>Да</p><p>Нет &amp; нет</p>");
    assertThat(entry.attributions())
        .containsExactly(
            new Attribution(
                Attribution.How.LINK,
                "@mayor@other.org",
                Optional.of("https://other.org/@mayor/6"),
                -1,
                -1));
  }

  @Test
  void aBlueskyRepostIsAForwardAndFacetsBecomeLinks() {
    Feed feed =
        feed(
            new BlueskyReader()
                .read(
                    input(
                        "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=a.org",
                        """
                        {"cursor": "c1", "feed": [{"post": {"uri": "at://did:plc:x/app.bsky.feed.post/k1",
                          "author": {"did": "did:plc:x", "handle": "b.org", "displayName": "B"},
                          "record": {"text": "Ёлка тут e.org", "createdAt": "2026-01-02T03:04:05.678Z", "langs": ["ru"],
                            "facets": [{"index": {"byteStart": 16, "byteEnd": 21},
                              "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://e.org/x"}]}]}},
                          "reason": {"$type": "app.bsky.feed.defs#reasonRepost", "indexedAt": "2026-01-03T00:00:00Z"}}]}
                        """)));
    Entry entry = feed.entries().getFirst();
    assertThat(entry.url()).contains("https://bsky.app/profile/b.org/post/k1");
    assertThat(entry.content()).isEqualTo("<p>Ёлка тут <a href=\"https://e.org/x\">e.org</a></p>");
    assertThat(entry.published().orElseThrow().at())
        .isEqualTo(Instant.parse("2026-01-03T00:00:00Z"));
    assertThat(entry.attributions()).extracting(Attribution::name).containsExactly("@b.org");
    assertThat(entry.lang()).contains("ru");
    assertThat(feed.older().orElseThrow()).endsWith("actor=a.org&cursor=c1");
  }

  @Test
  void aBlueskyPostKeepsItsHashtagsAndItsVideo() {
    Feed feed =
        feed(
            new BlueskyReader()
                .read(
                    input(
                        "https://public.api.bsky.app/xrpc/app.bsky.feed.getAuthorFeed?actor=a.org",
                        """
                        {"feed": [{"post": {"uri": "at://did:plc:x/app.bsky.feed.post/k1",
                          "author": {"did": "did:plc:x", "handle": "a.org"},
                          "record": {"text": "Вода #амур", "createdAt": "2026-01-02T03:04:05Z", "tags": ["паводок"],
                            "facets": [{"index": {"byteStart": 9, "byteEnd": 18},
                              "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "амур"}]}]},
                          "embed": {"$type": "app.bsky.embed.video#view", "playlist": "https://video.example/1.m3u8",
                            "thumbnail": "https://video.example/1.jpg", "alt": "Берег"}}}]}
                        """)));
    Entry entry = feed.entries().getFirst();
    assertThat(entry.categories()).containsExactly("амур", "паводок");
    assertThat(entry.images())
        .containsExactly(new Image("https://video.example/1.jpg", Optional.of("Берег")));
    assertThat(entry.enclosures())
        .extracting(Entry.Enclosure::url)
        .containsExactly("https://video.example/1.m3u8");
  }

  @Test
  void aVideoIsWholeInTheFeedOfItsChannelWithTheLinesOfItsDescription() {
    String atom =
        """
        <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/"
          xmlns="http://www.w3.org/2005/Atom"><title>Телеканал</title><entry><id>yt:video:v1</id>
          <yt:videoId>v1</yt:videoId><title>Выпуск в 19:00</title>
          <link rel="alternate" href="https://www.youtube.com/watch?v=v1"/><published>2026-11-20T10:15:00+00:00</published>
          <media:group><media:title>Выпуск в 19:00</media:title>
          <media:thumbnail url="https://i.example/v1.jpg"/><media:description>Вода прибывает &amp; прибывает.
        Подробнее: https://gazeta.example/1</media:description><media:community>
          <media:statistics views="463700"/></media:community></media:group></entry></feed>
        """;
    Feed feed =
        feed(
            new SourceReader(10)
                .read(
                    new Access.Youtube("UCabcdefghij"),
                    input(
                        "https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghij", atom)));
    Entry video = feed.entries().getFirst();
    assertThat(video.complete()).as("its page is a player").isTrue();
    assertThat(video.content())
        .isEqualTo(
            "<p>Вода прибывает &amp; прибывает.</p><p>Подробнее: https://gazeta.example/1</p>");
    assertThat(video.images()).extracting(Image::url).containsExactly("https://i.example/v1.jpg");
    assertThat(video.views()).isEqualTo(463_700);
  }

  static FeedInput input(String url, String body) {
    return new FeedInput(
        body.getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        URI.create(url),
        Instant.parse("2026-11-23T12:00:00Z"),
        ZoneOffset.UTC);
  }

  static Feed feed(FeedResult result) {
    return switch (result) {
      case Feed feed -> feed;
      case NotAFeed not -> throw new AssertionError(not.reason());
    };
  }

  static String reason(FeedResult result) {
    return switch (result) {
      case Feed feed -> throw new AssertionError("read as " + feed.format());
      case NotAFeed not -> not.reason();
    };
  }
}
