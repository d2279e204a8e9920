package letopis.bench.feeds;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.Claimed;
import letopis.parse.FeedResult;
import letopis.parse.feed.FeedReader;

/// The sitemaps of other projects' suites, each address and its time beside crawler-commons.
final class SitemapSuites {
  private static final int MOST_ENTRIES = 50_000;

  private SitemapSuites() {}

  static Suite compared(Map<String, byte[]> files) throws IOException {
    Suite suite = new Suite("sitemaps", "crawler-commons");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      URI address = URI.create("http://www.example.com/" + file.getKey().replaceFirst(".*/", ""));
      Map<String, Optional<Instant>> theirs = theirs(file.getValue(), address);
      Map<String, Optional<Instant>> ours = ours(file.getValue(), address);
      Set<String> all = new LinkedHashSet<>(theirs.keySet());
      all.addAll(ours.keySet());
      for (String url : all) {
        Optional<Instant> time = theirs.getOrDefault(url, Optional.empty());
        boolean same =
            theirs.containsKey(url)
                && ours.containsKey(url)
                && (time.isEmpty() || time.equals(ours.get(url)));
        if (same) {
          suite.same();
        } else {
          suite.differs(
              file.getKey() + " " + url + ": theirs " + theirs.get(url) + ", ours " + ours.get(url),
              file.getKey().endsWith("/atom.xml")
                  ? Optional.of("of an entry's links they take the first, we the one to HTML")
                  : Optional.empty());
        }
      }
    }
    return suite;
  }

  private static Map<String, Optional<Instant>> theirs(byte[] bytes, URI address)
      throws IOException {
    Map<String, Optional<Instant>> all = new LinkedHashMap<>();
    try {
      AbstractSiteMap map = new SiteMapParser(false).parseSiteMap(bytes, address.toURL());
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
      // They read nothing here; what we read is then a difference each.
      return all;
    }
    return all;
  }

  private static Map<String, Optional<Instant>> ours(byte[] bytes, URI address) {
    Map<String, Optional<Instant>> all = new LinkedHashMap<>();
    FeedResult result =
        new FeedReader(MOST_ENTRIES).read(FeedSuites.input(bytes, Optional.empty(), address));
    if (result instanceof FeedResult.Feed feed) {
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
                                  entry.updated().or(() -> entry.published().map(Claimed::at)))));
    }
    return all;
  }
}
