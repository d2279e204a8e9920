package letopis.bench.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import letopis.bench.TarGz;
import org.jsoup.Jsoup;

/// Reads the gold sets of page extraction as they are kept in `1-extraction`.
final class GoldSets {
  /// The sets in the order of the table.
  static final List<String> NAMES =
      List.of(
          "scrapinghub-aeb",
          "trafilatura-eval",
          "article-extraction-dataset",
          "wcxb",
          "readability",
          "newspaper4k",
          "fundus",
          "cleanportaleval",
          "goose3",
          "ru-mixed",
          "htmldate");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;

  /// @param root the folder with one folder per set
  GoldSets(Path root) {
    this.root = root;
  }

  /// The pages of one set; none when the set is not there.
  List<GoldPage> load(String set) {
    Path folder = root.resolve(set);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      return switch (set) {
        case "readability" -> readability(TarGz.read(folder.resolve("test-pages.tar.gz")));
        case "fundus" -> FundusGold.pages(TarGz.read(folder.resolve("test_data.tar.gz")));
        case "goose3" -> goose(TarGz.read(folder.resolve("content.tar.gz")));
        case "htmldate" -> htmldate(folder);
        default -> lines(set, folder);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<GoldPage> lines(String set, Path folder) throws IOException {
    Map<String, byte[]> pages = TarGz.read(folder.resolve("pages.tar.gz"));
    List<GoldPage> gold = new ArrayList<>();
    for (JsonNode line : gold(folder)) {
      byte[] bytes = pages.get(line.path("file").asText());
      if (bytes != null) {
        gold.add(page(set, line, bytes));
      }
    }
    return gold;
  }

  /// htmldate shares pages with other sets: `in` names the archive.
  private List<GoldPage> htmldate(Path folder) throws IOException {
    Map<String, Map<String, byte[]>> archives = new TreeMap<>();
    List<GoldPage> gold = new ArrayList<>();
    for (JsonNode line : gold(folder)) {
      String in = line.path("in").asText();
      if (!archives.containsKey(in)) {
        Path archive = root.resolve(in);
        archives.put(in, Files.exists(archive) ? TarGz.read(archive) : Map.<String, byte[]>of());
      }
      byte[] bytes = archives.get(in).get(line.path("file").asText());
      if (bytes != null) {
        gold.add(page("htmldate", line, bytes));
      }
    }
    return gold;
  }

  private static List<JsonNode> gold(Path folder) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(folder.resolve("gold.jsonl.gz")))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank()) {
          lines.add(JSON.readTree(line));
        }
      }
    }
    return lines;
  }

  private static GoldPage page(String set, JsonNode line, byte[] bytes) {
    JsonNode meta = line.has("metadata") ? line.get("metadata") : line;
    String id = line.path("id").asText();
    String kind =
        id.matches("listing-.*|banki-list-.*")
            ? "listing"
            : line.path("page_type").asText("article");
    Optional<String> text =
        GoldJson.text(line, "text")
            .or(() -> GoldJson.text(line, "text_cleaneval").map(GoldSets::plainCleanEval))
            .filter(_ -> !line.path("gold_kind").asText().startsWith("silver"));
    List<String> authors =
        GoldJson.strings(meta, "authors").isEmpty()
            ? GoldJson.strings(line, "author")
            : GoldJson.strings(meta, "authors");
    return new GoldPage(
        set,
        id,
        bytes,
        GoldJson.uri(line.path("url").asText("")),
        Optional.empty(),
        kind,
        text,
        GoldJson.strings(line, "with"),
        GoldJson.strings(line, "without"),
        GoldJson.text(meta, "title").filter(_ -> !kind.equals("listing")),
        authors,
        GoldJson.text(line, "published").or(() -> GoldJson.text(meta, "publish_date")),
        new GoldPage.Facts(
            GoldJson.list(meta, "tags"),
            GoldJson.list(line, "categories"),
            GoldJson.text(line, "sitename"),
            // newspaper4k's `language` is that of the article, all others' is a guess.
            GoldJson.text(meta, "language"),
            Optional.empty(),
            GoldJson.text(meta, "top_image")
                .map(image -> new GoldPage.Picture(List.of(image), Optional.empty()))));
  }

  /// CleanEval marks lines with `<h>`, `<p>`, `<l>` and begins with the address.
  private static String plainCleanEval(String marked) {
    String body = marked.strip().replaceFirst("^URL:.*\\n", "");
    return Jsoup.parse(body.replaceAll("<[hpl]>", "\n")).wholeText();
  }

  private static List<GoldPage> readability(Map<String, byte[]> files) throws IOException {
    List<GoldPage> gold = new ArrayList<>();
    for (String name : files.keySet()) {
      if (!name.endsWith("/source.html")) {
        continue;
      }
      String folder = name.substring(0, name.length() - "source.html".length());
      JsonNode meta = JSON.readTree(files.get(folder + "expected-metadata.json"));
      String text =
          letopis.parse.page.scan.HtmlText.toText(
              new String(files.get(folder + "expected.html"), StandardCharsets.UTF_8),
              URI.create("http://fakehost/test/page.html"));
      String[] path = folder.split("/");
      gold.add(
          new GoldPage(
              "readability",
              path[path.length - 1],
              files.get(name),
              Optional.empty(),
              Optional.empty(),
              "article",
              Optional.of(text),
              List.of(),
              List.of(),
              GoldJson.text(meta, "title"),
              byline(meta),
              GoldJson.text(meta, "publishedTime"),
              new GoldPage.Facts(
                  List.of(),
                  List.of(),
                  GoldJson.text(meta, "siteName"),
                  GoldJson.text(meta, "lang"),
                  GoldJson.text(meta, "excerpt"),
                  Optional.empty())));
    }
    return gold;
  }

  /// The names of a byline that the set keeps as the page shows it: "By Anna Berg, March 25, 2015".
  private static List<String> byline(JsonNode meta) {
    return GoldJson.strings(meta, "byline").stream()
        .map(name -> name.replaceFirst("^(?i)by\\s+", ""))
        .filter(name -> name.chars().noneMatch(Character::isDigit))
        .toList();
  }

  /// goose3 compares the beginning of the text only, so its text is a piece that must be found.
  private static List<GoldPage> goose(Map<String, byte[]> files) throws IOException {
    List<GoldPage> gold = new ArrayList<>();
    for (String name : files.keySet()) {
      byte[] html = files.get(name.replaceFirst("\\.json$", ".html"));
      if (!name.endsWith(".json") || html == null) {
        continue;
      }
      JsonNode line = JSON.readTree(files.get(name));
      JsonNode expected = line.path("expected");
      gold.add(
          new GoldPage(
              "goose3",
              name.replaceFirst("\\.json$", ""),
              html,
              GoldJson.uri(line.path("url").asText("")),
              Optional.empty(),
              "article",
              Optional.empty(),
              GoldJson.text(expected, "cleaned_text").stream().toList(),
              List.of(),
              GoldJson.text(expected, "title"),
              List.of(),
              Optional.empty(),
              new GoldPage.Facts(
                  GoldJson.list(expected, "tags"),
                  List.of(),
                  Optional.empty(),
                  GoldJson.text(expected, "meta_lang"),
                  Optional.empty(),
                  Optional.empty())));
    }
    return gold;
  }
}
