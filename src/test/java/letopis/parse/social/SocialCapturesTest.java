package letopis.parse.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Field by field against the markup and JSON of the captures themselves.
class SocialCapturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyMessageOfTheTelegramPageComesOutWithItsTimeViewsAndText() throws IOException {
    Path file = file("telegram/t.me-s-channel.html");
    String html = Files.readString(file);
    FeedResult.Feed feed = read(Files.readAllBytes(file), "https://t.me/s/lexfridman");
    String[] messages = html.split("data-post=\"");
    assertThat(feed.entries()).hasSize(messages.length - 1);
    Matcher header =
        Pattern.compile("tgme_channel_info_header_title\"><span[^>]*>([^<]+)").matcher(html);
    assertThat(header.find()).isTrue();
    assertThat(feed.title()).contains(header.group(1));
    for (int i = 1; i < messages.length; i++) {
      String markup = messages[i];
      Entry entry = feed.entries().get(i - 1);
      assertThat(entry.id()).isEqualTo(markup.substring(0, markup.indexOf('"')));
      assertThat(entry.published().orElseThrow().at())
          .isEqualTo(OffsetDateTime.parse(after(markup, "<time datetime=\"", "\"")).toInstant());
      assertThat(entry.views()).isEqualTo(Posts.count(after(markup, "message_views\">", "<")));
      int photos = markup.split("tgme_widget_message_photo_wrap", -1).length - 1;
      assertThat(entry.images().size()).isGreaterThanOrEqualTo(photos);
      assertThat(entry.marks().contains(Entry.Mark.EDITED))
          .isEqualTo(markup.matches("(?s).*tgme_widget_message_meta\">\\s*edited.*"));
      assertThat(entry.marks().contains(Entry.Mark.MEDIA_NOT_SHOWN))
          .isEqualTo(markup.contains("message_media_not_supported_label"));
      if (markup.contains("js-message_text")) {
        String text = after(markup, "js-message_text\" dir=\"auto\">", "</div>");
        assertThat(words(entry.content())).isEqualTo(words(text));
      }
    }
  }

  @Test
  void anEmbeddedPostComesOut() throws IOException {
    FeedResult.Feed feed =
        read(
            Files.readAllBytes(file("telegram/telegtools-widget-2018.html")),
            "https://t.me/K1inUSA/3?embed=1");
    Entry entry = feed.entries().getFirst();
    assertThat(entry.id()).isEqualTo("K1inUSA/3");
    assertThat(entry.published().orElseThrow().at())
        .isEqualTo(Instant.parse("2015-09-29T05:35:28Z"));
    assertThat(entry.views()).isEqualTo(2_500);
    assertThat(entry.content()).contains("K1 in USA");
  }

  @Test
  void everyPostOfTheVkAnswerComesOutWithItsFields() throws IOException {
    Path file = file("vk/wall.get-2020.json");
    JsonNode root = JSON.readTree(file.toFile());
    FeedResult.Feed feed =
        read(Files.readAllBytes(file), "https://api.vk.com/method/wall.get?domain=x");
    List<JsonNode> posts = new ArrayList<>();
    root.path("items").forEach(posts::add);
    posts.removeIf(post -> post.path("from_id").asLong() > 0);
    assertThat(feed.entries()).hasSize(posts.size());
    for (int i = 0; i < posts.size(); i++) {
      JsonNode post = posts.get(i);
      Entry entry = feed.entries().get(i);
      assertThat(entry.url().orElseThrow())
          .isEqualTo("https://vk.com/wall" + post.path("owner_id") + "_" + post.path("id"));
      assertThat(entry.published().orElseThrow().at().getEpochSecond())
          .isEqualTo(post.path("date").asLong());
      assertThat(entry.views()).isEqualTo(post.path("views").path("count").asLong(-1));
      assertThat(words(entry.content()))
          .startsWith(words(VkReader.plain(post.path("text").asText())));
      assertThat(entry.attributions().size())
          .isGreaterThanOrEqualTo(post.path("copy_history").size());
    }
  }

  @Test
  void thePostsOfTheVkPageComeOut() throws IOException {
    FeedResult.Feed feed =
        read(Files.readAllBytes(file("vk/vk-wall-mobile-life.html")), "https://m.vk.com/life");
    assertThat(feed.entries())
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(entry.published()).isPresent();
              assertThat(entry.content()).isNotBlank().doesNotContain("See more");
            });
    assertThat(feed.entries().getFirst().url()).contains("https://vk.com/wall-24199209_18932515");
  }

  @Test
  void theMastodonCapturesComeOutFieldByField() throws IOException {
    int checked = 0;
    try (Stream<Path> files = Files.list(file("mastodon"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode capture = JSON.readTree(file.toFile());
        JsonNode response = capture.path("response");
        URI url = URI.create(capture.path("request_uri").asText());
        FeedResult result =
            new MastodonReader().read(input(JSON.writeValueAsBytes(response), url.toString()));
        if (response.has("descendants")) {
          assertThat(result).isInstanceOf(FeedResult.NotAFeed.class);
          continue;
        }
        List<JsonNode> statuses = new ArrayList<>();
        if (response.isArray()) {
          response.forEach(statuses::add);
        } else {
          statuses.add(response);
        }
        statuses.removeIf(s -> !s.path("visibility").asText("public").matches("public|unlisted"));
        List<Entry> entries = ((FeedResult.Feed) result).entries();
        assertThat(entries).as(file.toString()).hasSameSizeAs(statuses);
        for (int i = 0; i < entries.size(); i++) {
          JsonNode status = statuses.get(i);
          Entry entry = entries.get(i);
          checked++;
          assertThat(entry.published().orElseThrow().at())
              .isEqualTo(
                  Instant.parse(status.path("created_at").asText())
                      .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
          assertThat(entry.updated().isPresent()).isEqualTo(status.path("edited_at").isTextual());
          if (!status.path("reblog").isObject()) {
            assertThat(entry.content()).isEqualTo(status.path("content").asText());
          }
          if (status.has("url") && status.path("url").isTextual()) {
            assertThat(entry.url()).contains(status.path("url").asText());
          }
          assertThat(entry.categories()).hasSize(status.path("tags").size());
        }
      }
    }
    System.out.println("mastodon: " + checked + " statuses equal field by field");
    assertThat(checked).isGreaterThan(50);
  }

  private static FeedResult.Feed read(byte[] body, String url) {
    return SocialReadersTest.feed(SocialDocuments.read(input(body, url)).orElseThrow());
  }

  private static FeedInput input(byte[] body, String url) {
    return new FeedInput(
        body,
        Optional.empty(),
        URI.create(url),
        Instant.parse("2026-11-23T12:00:00Z"),
        ZoneOffset.UTC);
  }

  private static Path file(String name) {
    Path file = Path.of(System.getProperty("letopis.realdata")).resolve("3-social").resolve(name);
    assumeTrue(Files.exists(file), "no real data at " + file);
    return file;
  }

  private static String after(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static String words(String html) {
    return Jsoup.parseBodyFragment(html).text().replaceAll("\\s+", "");
  }
}
