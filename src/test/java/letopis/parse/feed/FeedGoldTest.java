package letopis.parse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.parse.Entry;
import letopis.parse.FeedResult;
import letopis.parse.charset.Charsets;
import letopis.support.TarGz;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// Our fields beside what the sets of other parsers expect. Titles and summaries are compared as
/// plain text, contents by their words, times as instants.
class FeedGoldTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern EXPECT = Pattern.compile("Expect:\\s*(.*)");
  private static final Pattern HEADER = Pattern.compile("(?i)Header:\\s*Content-type:\\s*(.*)");
  private static final Pattern TERM =
      Pattern.compile(
          "entries\\[(\\d+)\\](?:\\['(\\w+)'\\]|\\.(\\w+))(\\[0\\])?(?:\\['(\\w+)'\\]|\\.(\\w+))?"
              + " == u?('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\([\\d, ]+\\))$");

  private final FeedReader reader = new FeedReader(2000);
  private final Map<String, int[]> tally = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  void fieldsEqualWhatOtherParsersExpect() throws IOException {
    Map<String, List<TarGz.File>> sets = FeedCorpus.sets();
    gofeed(sets.get("gofeed"));
    rssParser(sets.get("rss-parser"));
    feedRs(sets.get("feed-rs"));
    feedparser(sets.get("feedparser"));
    System.out.printf("%-28s %7s %7s%n", "set field", "gold", "equal");
    int gold = 0;
    int equal = 0;
    for (var row : tally.entrySet()) {
      System.out.printf("%-28s %7d %7d%n", row.getKey(), row.getValue()[0], row.getValue()[1]);
      gold += row.getValue()[0];
      equal += row.getValue()[1];
    }
    System.out.printf("all %d of %d equal%n%s%n", equal, gold, String.join("\n", failures));
    assertThat(gold).isGreaterThan(800);
    assertThat(equal / (double) gold).isGreaterThan(0.97);
  }

  private void gofeed(List<TarGz.File> files) throws IOException {
    Map<String, byte[]> byName = byName(files);
    for (TarGz.File file : files) {
      byte[] gold = byName.get(file.name().replaceFirst("\\.xml$", ".json"));
      if (!file.name().endsWith(".xml") || gold == null) {
        continue;
      }
      List<Entry> entries = entries(file, Optional.empty());
      JsonNode root = JSON.readTree(gold);
      JsonNode items = root.has("items") ? root.get("items") : root.path("entries");
      for (int i = 0; i < items.size(); i++) {
        JsonNode item = items.get(i);
        Entry entry = i < entries.size() ? entries.get(i) : null;
        String at = file.name();
        check(
            "gofeed", "title", at, text(item.path("title")), entry == null ? null : entry.title());
        String summary =
            item.has("description") ? text(item.path("description")) : text(item.path("summary"));
        check("gofeed", "summary", at, summary, entry == null ? null : entry.summary());
        JsonNode content =
            item.path("content").has("value")
                ? item.path("content").path("value")
                : item.path("content");
        check("gofeed", "content", at, text(content), entry == null ? null : entry.content());
        check(
            "gofeed",
            "url",
            at,
            text(item.path("link")),
            entry == null ? null : entry.url().orElse(""));
        JsonNode guid =
            item.path("guid").has("value")
                ? item.path("guid").path("value")
                : item.has("guid") ? item.path("guid") : item.path("id");
        check("gofeed", "id", at, text(guid), entry == null ? null : entry.id());
        instant(
            "gofeed",
            "published",
            at,
            text(
                item.has("publishedParsed")
                    ? item.path("publishedParsed")
                    : item.path("pubDateParsed")),
            entry);
        instant("gofeed", "updated", at, text(item.path("updatedParsed")), entry);
        for (int a = 0; a < item.path("authors").size(); a++) {
          String name = text(item.path("authors").get(a).path("name"));
          check(
              "gofeed",
              "author",
              at,
              name,
              entry == null || entry.authors().size() <= a ? "" : entry.authors().get(a));
        }
      }
    }
  }

  private void rssParser(List<TarGz.File> files) throws IOException {
    Map<String, byte[]> byName = byName(files);
    for (TarGz.File file : files) {
      byte[] gold =
          byName.get(file.name().replace("/input/", "/output/").replaceFirst("\\.\\w+$", ".json"));
      if (!file.name().contains("/input/") || gold == null) {
        continue;
      }
      List<Entry> entries = entries(file, Optional.empty());
      JsonNode items =
          JSON.readTree(Charsets.decode(gold, Optional.empty(), Charsets.Kind.JSON).text())
              .path("feed")
              .path("items");
      for (int i = 0; i < items.size(); i++) {
        JsonNode item = items.get(i);
        Entry entry = i < entries.size() ? entries.get(i) : null;
        String at = file.name() + " " + i;
        check(
            "rss-parser",
            "title",
            at,
            text(item.path("title")),
            entry == null ? null : entry.title());
        check(
            "rss-parser",
            "url",
            at,
            text(item.path("link")),
            entry == null ? null : entry.url().orElse(""));
        check(
            "rss-parser",
            "id",
            at,
            item.has("guid") ? text(item.path("guid")) : text(item.path("id")),
            entry == null ? null : entry.id());
        check(
            "rss-parser",
            "content",
            at,
            text(item.path("content:encoded")),
            entry == null ? null : entry.content());
        instant("rss-parser", "published", at, text(item.path("isoDate")), entry);
        check(
            "rss-parser",
            "author",
            at,
            text(item.path("creator")),
            entry == null || entry.authors().isEmpty() ? "" : entry.authors().getFirst());
      }
    }
  }

  private void feedRs(List<TarGz.File> files) throws IOException {
    Map<String, byte[]> byName = byName(files);
    for (TarGz.File file : files) {
      byte[] gold = byName.get(file.name().replaceFirst("\\.xml$", ".serde.json"));
      if (!file.name().endsWith(".xml") || gold == null) {
        continue;
      }
      List<Entry> entries = entries(file, Optional.empty());
      JsonNode items = JSON.readTree(gold).path("entries");
      for (int i = 0; i < items.size(); i++) {
        JsonNode item = items.get(i);
        Entry entry = i < entries.size() ? entries.get(i) : null;
        String at = file.name() + " " + i;
        check(
            "feed-rs",
            "title",
            at,
            text(item.path("title").path("content")),
            entry == null ? null : entry.title());
        check(
            "feed-rs",
            "summary",
            at,
            text(item.path("summary").path("content")),
            entry == null ? null : entry.summary());
        check(
            "feed-rs",
            "content",
            at,
            text(item.path("content").path("body")),
            entry == null ? null : entry.content());
        check(
            "feed-rs",
            "url",
            at,
            text(item.path("links").path(0).path("href")),
            entry == null ? null : entry.url().orElse(""));
        instant("feed-rs", "published", at, text(item.path("published")), entry);
        instant("feed-rs", "updated", at, text(item.path("updated")), entry);
        check(
            "feed-rs",
            "author",
            at,
            text(item.path("authors").path(0).path("name")),
            entry == null || entry.authors().isEmpty() ? "" : entry.authors().getFirst());
      }
    }
  }

  private void feedparser(List<TarGz.File> files) {
    for (TarGz.File file : files) {
      String head =
          new String(
              file.bytes(), 0, Math.min(4000, file.bytes().length), StandardCharsets.ISO_8859_1);
      Matcher expect = EXPECT.matcher(head);
      Matcher header = HEADER.matcher(head);
      if (!expect.find()) {
        continue;
      }
      List<Entry> entries = null;
      for (String part : expect.group(1).split(" and ")) {
        Matcher term =
            TERM.matcher(
                part.replaceAll("[()\\s]+$", part.endsWith(")") && part.contains("== (") ? ")" : "")
                    .replaceFirst("^[( ]+", "")
                    .strip());
        if (!term.matches()) {
          continue;
        }
        if (entries == null) {
          entries =
              entries(
                  file, header.find() ? Optional.of(header.group(1).strip()) : Optional.empty());
        }
        int index = Integer.parseInt(term.group(1));
        compare(file.name(), term, index < entries.size() ? entries.get(index) : null);
      }
    }
  }

  private void compare(String at, Matcher term, Entry entry) {
    String key = term.group(2) == null ? term.group(3) : term.group(2);
    String inner = term.group(5) == null ? term.group(6) : term.group(5);
    String gold = python(term.group(7));
    boolean value = inner == null || inner.equals("value");
    switch (key) {
      case "title", "title_detail" -> {
        if (value) check("feedparser", "title", at, gold, entry == null ? null : entry.title());
      }
      // Where there is no other text, feedparser gives the content for the summary, and the
      // reverse.
      case "description", "summary", "summary_detail" -> {
        if (value)
          check(
              "feedparser",
              "summary",
              at,
              gold,
              entry == null ? null : entry.summary().isEmpty() ? entry.content() : entry.summary());
      }
      case "content" -> {
        if (value)
          check(
              "feedparser",
              "content",
              at,
              gold,
              entry == null ? null : entry.content().isEmpty() ? entry.summary() : entry.content());
      }
      case "link" ->
          check("feedparser", "url", at, gold, entry == null ? null : entry.url().orElse(""));
      case "id", "guid" -> check("feedparser", "id", at, gold, entry == null ? null : entry.id());
      case "author" ->
          check(
              "feedparser",
              "author",
              at,
              LetterOnly.name(gold),
              entry == null || entry.authors().isEmpty() ? "" : entry.authors().getFirst());
      case "published_parsed", "created_parsed", "updated_parsed" ->
          tuple(at, key, term.group(7), entry);
      default -> {}
    }
  }

  private void tuple(String at, String key, String tuple, Entry entry) {
    String[] n = tuple.replaceAll("[() ]", "").split(",");
    String iso =
        String.format(
            "%s-%02d-%02dT%02d:%02d:%02dZ",
            n[0],
            Integer.parseInt(n[1]),
            Integer.parseInt(n[2]),
            Integer.parseInt(n[3]),
            Integer.parseInt(n[4]),
            Integer.parseInt(n[5]));
    instant("feedparser", key.startsWith("updated") ? "updated" : "published", at, iso, entry);
  }

  private static final class LetterOnly {
    static String name(String text) {
      return XmlPeople.person(text);
    }
  }

  private void instant(String set, String field, String at, String gold, Entry entry) {
    if (gold.isEmpty()) {
      return;
    }
    Instant wanted = OffsetDateTime.parse(gold).toInstant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Instant> ours =
        entry == null
            ? Optional.empty()
            : field.equals("updated")
                ? entry.updated()
                : entry.published().map(claim -> claim.at());
    count(
        set,
        field,
        ours.filter(wanted::equals).isPresent(),
        at + ": wanted " + gold + ", got " + ours);
  }

  private void check(String set, String field, String at, String gold, String ours) {
    if (gold.isEmpty()) {
      return;
    }
    boolean link = field.equals("url") || field.equals("id");
    boolean equal =
        ours != null
            && (link
                ? ours.equals(Links.resolve(FeedCorpus.BASE, gold).orElse(gold))
                    || ours.equals(gold)
                : words(ours).equals(words(gold))
                    || ours != null && ours.replaceAll("[\\s\\u00a0]+", "").equals(words(gold)));
    count(
        set,
        field,
        equal,
        at + ": wanted «" + brief(gold) + "», got «" + brief(String.valueOf(ours)) + "»");
  }

  private void count(String set, String field, boolean equal, String message) {
    int[] counts = tally.computeIfAbsent(set + " " + field, _ -> new int[2]);
    counts[0]++;
    counts[1] += equal ? 1 : 0;
    if (!equal) {
      failures.add(set + " " + field + " " + message);
    }
  }

  private static String words(String html) {
    return Jsoup.parseBodyFragment(html).text().replaceAll("[\\s\\u00a0]+", "");
  }

  private static String brief(String text) {
    return PlainText.oneLine(text.substring(0, Math.min(text.length(), 90)));
  }

  private List<Entry> entries(TarGz.File file, Optional<String> contentType) {
    URI base =
        URI.create(
            "http://127.0.0.1:8097/" + file.name().replaceFirst(".*?/", "").replace(" ", "%20"));
    return switch (reader.read(FeedCorpus.input(file.bytes(), contentType, base))) {
      case FeedResult.Feed feed -> feed.entries();
      case FeedResult.NotAFeed _ -> List.of();
    };
  }

  private static Map<String, byte[]> byName(List<TarGz.File> files) {
    Map<String, byte[]> byName = new HashMap<>();
    files.forEach(file -> byName.put(file.name(), file.bytes()));
    return byName;
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : "";
  }

  /// A Python string literal.
  private static String python(String literal) {
    String body = literal.substring(1, literal.length() - 1);
    StringBuilder text = new StringBuilder();
    Matcher escape =
        Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))").matcher(body);
    int done = 0;
    while (escape.find()) {
      text.append(body, done, escape.start());
      String hex = escape.group(1) == null ? escape.group(2) : escape.group(1);
      text.append(
          hex != null
              ? (char) Integer.parseInt(hex, 16)
              : escape.group(3).equals("n") ? '\n' : escape.group(3).charAt(0));
      done = escape.end();
    }
    return text.append(body.substring(done)).toString();
  }
}
