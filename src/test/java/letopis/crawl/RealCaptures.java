package letopis.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.bench.RealData;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import letopis.support.ReplayProxy;
import letopis.support.TarGz;

/// The captured sites of the real data, put behind a [ReplayProxy], and the sources that a user
/// would configure for them. Pages, feeds and posts are the captures, byte for byte. Where no list
/// of a site was captured, a sitemap (or listing page) of its captured pages is written here, and
/// so is the one robots.txt: nothing else is made up.
final class RealCaptures {
  private static final String PAGES = "1-extraction/ru-mixed/";
  private static final String SERDOBSK = "http://serdobsky.ru/";

  /// One captured page.
  ///
  /// @param title of the gold, or of the page where the gold has none; may be empty
  /// @param text of the gold; may be empty
  record Page(String source, String url, byte[] bytes, String title, String text) {}

  final List<Source> sources = new ArrayList<>();
  final List<Page> pages = new ArrayList<>();

  private final Path folder;
  private final ReplayProxy web;

  RealCaptures(Path folder, ReplayProxy web) throws IOException {
    this.folder = folder;
    this.web = web;
    Map<String, byte[]> files =
        TarGz.read(folder.resolve(PAGES + "pages.tar.gz")).stream()
            .collect(Collectors.toMap(file -> file.name(), file -> file.bytes()));
    Map<String, List<Page>> bySite = new LinkedHashMap<>();
    for (JsonNode gold : new RealData(folder).read(PAGES + "gold.jsonl.gz")) {
      page(gold, files.get(gold.path("file").asText()))
          .ifPresent(
              page -> bySite.computeIfAbsent(page.source(), _ -> new ArrayList<>()).add(page));
    }
    zvezdaAltaya(bySite.get("zvezda-altaya"));
    serdobsk(bySite.get("serdobsk"));
    banki(bySite.get("banki"));
    bySitemap("lenta", "https://lenta.ru/", bySite.get("lenta"));
    bySitemap("gazeta", "https://www.gazeta.ru/", bySite.get("gazeta"));
    bySitemap("orenday-sections", "https://orenday.ru/", bySite.get("orenday-sections"));
    feeds();
    social();
  }

  private Optional<Page> page(JsonNode gold, byte[] bytes) {
    String id = gold.path("id").asText();
    String host = Optional.ofNullable(URI.create(address(gold)).getHost()).orElse("");
    String source =
        switch (host) {
          case "www.zvezdaaltaya.ru" -> "zvezda-altaya";
          case "www.banki.ru" -> "banki";
          case "lenta.ru" -> "lenta";
          case "www.gazeta.ru" -> "gazeta";
          case "orenday.ru" -> "orenday-sections";
          default -> id.startsWith("serdobsk") ? "serdobsk" : "";
        };
    // The captures of Serdobsk do not say under which path they were; eight captures of one section
    // page of orenday.ru are told apart by a number.
    String url =
        switch (source) {
          case "serdobsk" -> SERDOBSK + id + ".html";
          case "orenday-sections" -> address(gold) + "?page=" + id;
          default -> address(gold);
        };
    String title = gold.path("title").asText("").replace("null", "");
    String text = gold.path("text").asText("").replaceFirst("^null$", "");
    return source.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Page(source, url, bytes, title.isEmpty() ? pageTitle(gold) : title, text));
  }

  private static String address(JsonNode gold) {
    String url = gold.path("url").asText("");
    return url.startsWith("http") ? url : "";
  }

  /// `"Site" - … | Official site - Title` and `Title | Site`.
  private static String pageTitle(JsonNode gold) {
    String title = gold.path("page_title").asText("").replace("null", "");
    int official = title.indexOf("Официальный сайт - ");
    return official >= 0
        ? title.substring(official + "Официальный сайт - ".length())
        : title.replaceFirst(" [|] Банки[.]ру$|: [^:]+: Lenta[.]ru$", "");
  }

  private void zvezdaAltaya(List<Page> captured) {
    bySitemap("zvezda-altaya", "https://www.zvezdaaltaya.ru/", captured);
  }

  /// A listing page in windows-1251, whose header says no more than the site's own did.
  private void serdobsk(List<Page> captured) {
    String items =
        captured.stream()
            .map(page -> "<li><a href='%s'>%s</a></li>".formatted(page.url(), page.title()))
            .collect(Collectors.joining("\n"));
    String html =
        "<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>"
            + "<title>Лента новостей</title></head><body><ul class='news'>"
            + items
            + "</ul></body></html>";
    serve(SERDOBSK + "news.html", "text/html", html, Charset.forName("windows-1251"));
    captured.forEach(this::serve);
    sources.add(
        source("serdobsk", listing(SERDOBSK + "news.html", "ul.news li", "a"), "Europe/Moscow"));
  }

  /// The captured day listing of the site, by selectors.
  private void banki(List<Page> captured) {
    captured.forEach(page -> web.serve(page.url(), "text/html", page.bytes()));
    captured.stream().filter(page -> page.url().contains("?id=")).forEach(pages::add);
    sources.add(
        source(
            "banki",
            listing(
                "https://www.banki.ru/news/lenta/?d=03&m=07&y=2018",
                "ul.text-list li",
                "a.text-list-link"),
            "Europe/Moscow"));
  }

  private void bySitemap(String id, String site, List<Page> captured) {
    String urls =
        captured.stream()
            .map(page -> "<url><loc>" + page.url().replace("&", "&amp;") + "</loc></url>")
            .collect(Collectors.joining("\n"));
    String xml =
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" + urls + "</urlset>";
    serve(site + "sitemap.xml", "text/xml", xml, StandardCharsets.UTF_8);
    captured.forEach(this::serve);
    Access access = new Access.Sitemap(URI.create(site + "sitemap.xml"));
    String zone = id.equals("zvezda-altaya") ? "Asia/Barnaul" : "Europe/Moscow";
    sources.add(source(id, access, zone));
  }

  /// Captured feeds, none of whose pages was captured. Lenta's gives leads only; the journal's has
  /// whole texts, which are taken from the feed because its (written) robots.txt forbids the pages.
  private void feeds() throws IOException {
    String feeds = "2-feeds/ru-realworld/";
    capture("https://lenta.ru/rss", "application/rss+xml", feeds + "lenta.ru-2022-12-03.rss2.xml");
    sources.add(source("lenta-feed", new Access.Rss(URI.create("https://lenta.ru/rss")), "UTC"));
    String journal = "https://agentlabjournal.online/";
    capture(journal + "rss.xml", "application/xml", feeds + "agentlabjournal/rss.xml");
    serve(
        journal + "robots.txt",
        "text/plain",
        "User-agent: *\nDisallow: /\nAllow: /rss.xml\n",
        StandardCharsets.UTF_8);
    sources.add(source("journal", new Access.Rss(URI.create(journal + "rss.xml")), "UTC"));
  }

  private void social() throws IOException {
    Access telegram = new Access.Telegram("lexfridman");
    capture(
        telegram.address().toString(),
        "text/html; charset=utf-8",
        "3-social/telegram/t.me-s-channel.html");
    sources.add(source("telegram", telegram, "UTC"));
    Access vk = new Access.Vk("-109125816");
    capture(
        vk.address().toString(),
        "application/json; charset=utf-8",
        "3-social/vk/wall.get-2020.json");
    sources.add(source("vk", vk, "UTC"));
  }

  /// No page's header names a character set, so that what the bytes say decides.
  private void serve(Page page) {
    web.serve(page.url(), "text/html", page.bytes());
    pages.add(page);
  }

  private void serve(String url, String type, String text, Charset charset) {
    web.serve(url, type, text.getBytes(charset));
  }

  private void capture(String url, String type, String file) throws IOException {
    web.serve(url, type, Files.readAllBytes(folder.resolve(file)));
  }

  private static Access listing(String url, String item, String link) {
    return new Access.Html(
        URI.create(url),
        item,
        Optional.of(link),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Source source(String id, Access access, String zone) {
    return new Source(
        id,
        id,
        List.of(),
        SourceKind.NEWS,
        Optional.empty(),
        Optional.empty(),
        ZoneId.of(zone),
        access,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "test");
  }
}
