package letopis.parse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.FeedResult.Feed;
import letopis.support.TarGz;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The sitemaps of other projects' suites, beside what crawler-commons reads in them.
class SitemapSuitesTest {
  private static final Path SUITES =
      Path.of(System.getProperty("letopis.realdata", "../shared/realdata"))
          .resolve("4-robots-sitemaps-charset");

  @Test
  void everyAddressThatCrawlerCommonsReadsIsReadWithTheSameTime() throws IOException {
    List<String> differences = new ArrayList<>();
    int files = 0;
    int addresses = 0;
    for (String suite : List.of("crawler-commons", "stormcrawler")) {
      Path archive = SUITES.resolve(suite + ".tar.gz");
      Assumptions.assumeTrue(Files.exists(archive), "no real data at " + archive);
      for (TarGz.File file : TarGz.read(archive)) {
        if (!file.name().matches(".*(sitemap|rss/|atom).*") || file.name().contains("/robots/")) {
          continue;
        }
        files++;
        Map<String, Optional<Instant>> theirs = theirs(file);
        Map<String, Optional<Instant>> ours = ours(file);
        addresses += ours.size();
        theirs.forEach(
            (url, changed) -> {
              if (!ours.containsKey(url)) {
                differences.add(file.name() + ": missed " + url);
              } else if (changed.isPresent() && !ours.get(url).equals(changed)) {
                differences.add(file.name() + ": " + url + " " + changed + " " + ours.get(url));
              }
            });
        ours.keySet().stream()
            .filter(url -> !theirs.containsKey(url))
            .forEach(url -> differences.add(file.name() + ": only ours " + url));
      }
    }
    System.out.println("sitemaps: " + files + " files, " + addresses + " addresses; differences:");
    differences.forEach(System.out::println);
    assertThat(files).isGreaterThan(10);
    // Of the links of an Atom entry they take the first, we the one that says that it is HTML.
    assertThat(differences).filteredOn(text -> !text.contains("/atom.xml: ")).isEmpty();
  }

  private static Map<String, Optional<Instant>> theirs(TarGz.File file) throws IOException {
    SiteMapParser parser = new SiteMapParser(false);
    Map<String, Optional<Instant>> all = new LinkedHashMap<>();
    try {
      AbstractSiteMap map =
          parser.parseSiteMap(file.bytes(), URI.create(address(file.name())).toURL());
      if (map instanceof SiteMapIndex index) {
        index.getSitemaps().forEach(part -> all.put(part.getUrl().toString(), Optional.empty()));
      } else if (map instanceof SiteMap one) {
        for (SiteMapURL url : one.getSiteMapUrls()) {
          all.put(
              url.getUrl().toString(),
              Optional.ofNullable(url.getLastModified()).map(date -> date.toInstant()));
        }
      }
    } catch (UnknownFormatException e) {
      System.out.println(file.name() + ": crawler-commons reads nothing: " + e.getMessage());
    }
    return all;
  }

  private static Map<String, Optional<Instant>> ours(TarGz.File file) {
    Map<String, Optional<Instant>> all = new LinkedHashMap<>();
    FeedResult result =
        new FeedReader(50_000)
            .read(
                new FeedInput(
                    file.bytes(),
                    Optional.empty(),
                    URI.create(address(file.name())),
                    Instant.parse("2026-11-23T12:00:00Z"),
                    ZoneOffset.UTC));
    if (result instanceof Feed feed) {
      feed.parts().forEach(part -> all.put(part, Optional.empty()));
      feed.entries()
          .forEach(
              entry ->
                  entry
                      .url()
                      .ifPresent(
                          url ->
                              all.put(
                                  url,
                                  entry.updated().or(() -> entry.published().map(p -> p.at())))));
    } else {
      System.out.println(file.name() + ": " + result);
    }
    return all;
  }

  private static String address(String name) {
    return "http://www.example.com/" + name.replaceFirst(".*/", "");
  }
}
