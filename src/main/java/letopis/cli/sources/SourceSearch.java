package letopis.cli.sources;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.FetchResult.Fetched;
import letopis.fetch.Fetcher;
import letopis.fetch.RobotsTxt;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.charset.Charsets;
import letopis.parse.feed.FeedDiscovery;
import letopis.parse.feed.ListingGuess;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import letopis.url.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Finds how a site or an account can be read, from its address alone: as the account of a
/// platform, by a feed or sitemap that is there, by those that a page links to or robots.txt names,
/// or by the page as a list.
final class SourceSearch {
  private static final int MOST = 5;
  private static final String NOTHING =
      "it links to no feed, its robots.txt names no sitemap, and nothing on it repeats like a"
          + " list of articles: name a page that lists them, or write `html` with selectors"
          + " (docs/sources.md)";

  private final Fetcher fetcher;
  private final SourceCheck check;
  private final SourceReader reader;

  SourceSearch(Fetcher fetcher, SourceCheck check, int maxEntries) {
    this.fetcher = fetcher;
    this.check = check;
    this.reader = new SourceReader(maxEntries);
  }

  /// What was found, each checked; or, when it is nothing at all, one line that says why.
  record Found(List<SourceCheck.Finding> ways, String nothing) {}

  Found run(String address) throws InterruptedException {
    Optional<Access> account = Access.ofAccount(address);
    if (account.isPresent()) {
      return found(
          List.of(
              source(
                  account.get(), WebAddress.parse(address).orElseThrow(), "", Optional.empty())));
    }
    Optional<URI> url = WebAddress.parse(address);
    if (url.isEmpty()) {
      return new Found(List.of(), "not an address that begins with http:// or https://");
    }
    FetchResult result = fetcher.fetch(FetchRequest.of(url.get()).namedByHand());
    Optional<Obstacle> obstacle = Obstacle.of(result);
    return obstacle.isPresent()
        ? new Found(List.of(), obstacle.get().fact() + "\n      → " + obstacle.get().advice())
        : behind((Fetched) result);
  }

  private Found behind(Fetched page) throws InterruptedException {
    FeedInput input =
        new FeedInput(
            page.body(), page.header("content-type"), page.finalUrl(), page.at(), ZoneOffset.UTC);
    if (reader.read(input) instanceof FeedResult.Feed feed) {
      Access access =
          feed.format().contains("sitemap")
              ? new Access.Sitemap(page.finalUrl())
              : new Access.Rss(page.finalUrl());
      return found(List.of(source(access, page.finalUrl(), feed.title().orElse(""), feed.lang())));
    }
    String type = page.header("content-type").orElse("text/html").toLowerCase(Locale.ROOT);
    return type.contains("html") || type.startsWith("text/")
        ? of(page.finalUrl(), page)
        : new Found(List.of(), "neither a page nor a feed but " + type);
  }

  /// What a page shows: the feeds and sitemaps of its site, or a list of its own.
  private Found of(URI url, Fetched page) throws InterruptedException {
    String html =
        Charsets.decode(page.body(), page.header("content-type"), Charsets.Kind.HTML).text();
    Document parsed = Jsoup.parse(html);
    String name = parsed.title().strip();
    Optional<String> lang =
        Optional.of(parsed.select("html").attr("lang").toLowerCase(Locale.ROOT))
            .filter(code -> code.matches("[a-z]{2}([-_].*)?"))
            .map(code -> code.substring(0, 2));
    List<Access> named = new ArrayList<>();
    FeedDiscovery.find(html, url).stream()
        .limit(MOST)
        .forEach(feed -> WebAddress.parse(feed).map(Access.Rss::new).ifPresent(named::add));
    sitemaps(url).forEach(map -> named.add(new Access.Sitemap(map)));
    Found found = found(named.stream().map(access -> source(access, url, name, lang)).toList());
    if (found.ways().stream().anyMatch(SourceCheck.Finding::works)) {
      return found;
    }
    List<SourceCheck.Finding> all = new ArrayList<>(found.ways());
    Optional<Access.Html> listing = ListingGuess.of(html, url);
    if (listing.isPresent()) {
      all.add(check.run(source(listing.get(), url, name, lang)));
    }
    return new Found(all, all.isEmpty() ? NOTHING : "");
  }

  /// Those that robots.txt names.
  private List<URI> sitemaps(URI page) throws InterruptedException {
    URI robots = page.resolve("/robots.txt");
    if (!(fetcher.fetch(FetchRequest.of(robots).namedByHand()) instanceof Fetched file)
        || file.status() != 200) {
      return List.of();
    }
    Set<URI> maps = new LinkedHashSet<>();
    RobotsTxt.parse(file.body())
        .sitemaps()
        .forEach(line -> WebAddress.resolve(page, line).ifPresent(maps::add));
    return maps.stream().limit(MOST).toList();
  }

  private Found found(List<Source> ways) throws InterruptedException {
    List<SourceCheck.Finding> findings = new ArrayList<>();
    for (Source way : ways) {
      findings.add(check.run(way));
    }
    return new Found(findings, "");
  }

  private static Source source(Access access, URI found, String name, Optional<String> lang) {
    boolean page =
        access instanceof Access.Rss
            || access instanceof Access.Sitemap
            || access instanceof Access.Html;
    String id = page ? SourceYaml.id(found) : SourceYaml.slug(account(access));
    return Source.of(
        id,
        name.isEmpty() ? id : name,
        page ? SourceKind.NEWS : SourceKind.SOCIAL,
        lang,
        access,
        "");
  }

  private static String account(Access access) {
    return switch (access) {
      case Access.Telegram channel -> channel.channel();
      case Access.Vk wall -> wall.wall();
      case Access.Mastodon account -> account.account();
      case Access.Bluesky account -> account.actor();
      case Access.Youtube videos -> videos.id();
      case Access.Rss _, Access.Sitemap _, Access.Html _ -> access.label();
    };
  }
}
