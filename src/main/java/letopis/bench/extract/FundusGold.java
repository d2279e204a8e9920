package letopis.bench.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// The gold of fundus: a file of versions for each publisher, and a packed page for each version.
final class FundusGold {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FundusGold() {}

  static List<GoldPage> pages(Map<String, byte[]> files) throws IOException {
    List<GoldPage> gold = new ArrayList<>();
    for (String name : files.keySet()) {
      if (!name.endsWith(".json")) {
        continue;
      }
      String stem = name.substring(0, name.length() - ".json".length());
      JsonNode info = JSON.readTree(files.get(name.substring(0, name.indexOf('/')) + "/meta.info"));
      List<String> pages =
          files.keySet().stream()
              .filter(f -> f.matches(Pattern.quote(stem) + "_\\d{4}_\\d\\d_\\d\\d\\.html\\.gz"))
              .sorted()
              .toList();
      List<JsonNode> versions = new ArrayList<>();
      JSON.readTree(files.get(name)).elements().forEachRemaining(versions::add);
      for (int i = 0; i < pages.size() && pages.size() == versions.size(); i++) {
        String file = pages.get(i).substring(pages.get(i).indexOf('/') + 1);
        gold.add(page(file, versions.get(i), info.path(file), files.get(pages.get(i))));
      }
    }
    return gold;
  }

  private static GoldPage page(String id, JsonNode gold, JsonNode info, byte[] packed)
      throws IOException {
    List<String> parts = new ArrayList<>(GoldJson.strings(gold.path("body"), "summary"));
    for (JsonNode section : gold.path("body").path("sections")) {
      parts.addAll(GoldJson.strings(section, "headline"));
      parts.addAll(GoldJson.strings(section, "paragraphs"));
    }
    return new GoldPage(
        "fundus",
        id,
        new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(),
        GoldJson.uri(info.path("url").asText("")),
        captured(info.path("crawl_date").asText("")),
        "article",
        parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts)),
        List.of(),
        List.of(),
        GoldJson.text(gold, "title"),
        GoldJson.strings(gold, "authors"),
        GoldJson.text(gold, "publishing_date"),
        new GoldPage.Facts(
            GoldJson.list(gold, "topics"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            cover(gold.path("images"))));
  }

  private static Optional<GoldPage.Picture> cover(JsonNode images) {
    for (JsonNode image : images) {
      if (image.path("is_cover").asBoolean()) {
        List<String> addresses = new ArrayList<>();
        image.path("versions").forEach(version -> addresses.add(version.path("url").asText()));
        return Optional.of(new GoldPage.Picture(addresses, GoldJson.text(image, "caption")));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> captured(String crawlDate) {
    return crawlDate.length() < 19
        ? Optional.empty()
        : Optional.of(
            LocalDateTime.parse(crawlDate.substring(0, 19).replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC));
  }
}
