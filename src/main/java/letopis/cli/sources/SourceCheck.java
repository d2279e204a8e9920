package letopis.cli.sources;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import letopis.document.Claimed;
import letopis.fetch.FetchRequest;
import letopis.fetch.FetchResult;
import letopis.fetch.Fetcher;
import letopis.parse.Entry;
import letopis.parse.FeedInput;
import letopis.parse.FeedResult;
import letopis.parse.charset.Charsets;
import letopis.parse.feed.FeedDiscovery;
import letopis.parse.source.SourceReader;
import letopis.sources.Access;
import letopis.sources.Secrets;
import letopis.sources.Source;

/// Fetches a source once and judges what came.
final class SourceCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHOWN = 3;

  private final Fetcher fetcher;
  private final Secrets secrets;
  private final SourceReader reader;

  SourceCheck(Fetcher fetcher, Secrets secrets, int maxEntries) {
    this.fetcher = fetcher;
    this.secrets = secrets;
    this.reader = new SourceReader(maxEntries);
  }

  /// What a check found.
  ///
  /// @param facts one line each
  /// @param advice what to do, one line each
  record Finding(
      Source source, boolean works, List<Entry> entries, List<String> facts, List<String> advice) {
    String text() {
      StringBuilder text = new StringBuilder();
      text.append(works ? "ok    " : "FAILS ")
          .append(source.id())
          .append("  ")
          .append(source.access().address());
      facts.forEach(fact -> text.append("\n      ").append(fact));
      entries.stream()
          .limit(SHOWN)
          .forEach(
              entry ->
                  text.append("\n      - ")
                      .append(
                          entry.published().map(claim -> claim.at().toString()).orElse("no date"))
                      .append("  ")
                      .append(
                          entry.title().isEmpty()
                              ? entry.url().orElse(entry.id())
                              : entry.title()));
      advice.forEach(line -> text.append("\n      → ").append(line));
      return text.toString();
    }

    ObjectNode json() {
      ObjectNode node = JSON.createObjectNode().put("source", source.id()).put("works", works);
      node.put("url", source.access().address().toString()).put("entries", entries.size());
      facts.forEach(node.putArray("facts")::add);
      advice.forEach(node.putArray("advice")::add);
      return node;
    }
  }

  Finding run(Source source) throws InterruptedException {
    if (source.access() instanceof Access.Vk && secrets.vkToken().isEmpty()) {
      return failed(
          source, "VK needs a service token", "set " + Secrets.VK_TOKEN + " in the environment");
    }
    return check(source, source.access().address(), 2);
  }

  private Finding check(Source source, URI url, int parts) throws InterruptedException {
    FetchRequest request = FetchRequest.of(url).with(secrets.headers(source.access()));
    boolean api =
        source.access() instanceof Access.Vk
            || source.access() instanceof Access.Bluesky
            || source.access() instanceof Access.Mastodon;
    FetchResult result = fetcher.fetch(api ? request.withoutRobots() : request);
    Optional<Obstacle> obstacle = Obstacle.of(result);
    if (obstacle.isPresent()) {
      List<String> advice = new ArrayList<>(List.of(obstacle.get().advice()));
      advice.addAll(otherFeeds(source, result));
      return new Finding(source, false, List.of(), List.of(obstacle.get().fact()), advice);
    }
    return read(source, (FetchResult.Fetched) result, parts);
  }

  /// The feeds that the home page links to, when the one we were told of is gone.
  private List<String> otherFeeds(Source source, FetchResult result) throws InterruptedException {
    if (!(result instanceof FetchResult.Fetched gone)
        || gone.status() != 404 && gone.status() != 410
        || !(source.access() instanceof Access.Rss)) {
      return List.of();
    }
    URI home = gone.finalUrl().resolve("/");
    if (!(fetcher.fetch(FetchRequest.of(home)) instanceof FetchResult.Fetched front)
        || front.status() >= 400) {
      return List.of();
    }
    String html =
        Charsets.decode(front.body(), front.header("content-type"), Charsets.Kind.HTML).text();
    return FeedDiscovery.find(html, front.finalUrl()).stream()
        .filter(feed -> !feed.equals(gone.url().toString()))
        .limit(SHOWN)
        .map(feed -> home + " links to the feed " + feed)
        .toList();
  }

  private Finding read(Source source, FetchResult.Fetched page, int parts)
      throws InterruptedException {
    FeedInput input =
        new FeedInput(
            page.body(), page.header("content-type"), page.finalUrl(), page.at(), source.zone());
    return switch (reader.read(source.access(), input)) {
      case FeedResult.NotAFeed not ->
          failed(source, not.reason(), adviceFor(source.access(), input));
      case FeedResult.Feed feed
          when feed.entries().isEmpty() && !feed.parts().isEmpty() && parts > 0 ->
          check(source, URI.create(feed.parts().getFirst()), parts - 1);
      case FeedResult.Feed feed -> judge(source, page, feed);
    };
  }

  private static Finding judge(Source source, FetchResult.Fetched page, FeedResult.Feed feed) {
    List<Entry> entries = feed.entries();
    List<String> facts = new ArrayList<>();
    long dated = entries.stream().filter(entry -> entry.published().isPresent()).count();
    long linked = entries.stream().filter(entry -> entry.url().isPresent()).count();
    long full = entries.stream().filter(entry -> !entry.content().isBlank()).count();
    facts.add(
        feed.format()
            + ": "
            + entries.size()
            + " entries, "
            + linked
            + " with address, "
            + dated
            + " with date, "
            + full
            + " with text"
            + feed.title().map(title -> "; \"" + title + "\"").orElse(""));
    Optional<Instant> newest =
        entries.stream()
            .flatMap(entry -> entry.published().stream())
            .map(Claimed::at)
            .max(Comparator.naturalOrder());
    newest.ifPresent(at -> facts.add("newest " + at));
    if (!page.redirects().isEmpty()) {
      facts.add("redirected to " + page.finalUrl());
    }
    facts.addAll(feed.warnings());
    List<String> advice = new ArrayList<>();
    page.movedTo()
        .map(to -> "it has moved for good: give " + to)
        .or(
            () ->
                page.redirects().isEmpty()
                    ? Optional.empty()
                    : Optional.of("if it has moved for good, give the new address"))
        .ifPresent(advice::add);
    if (entries.isEmpty()) {
      advice.add("nothing to index: is it the right address?");
    }
    if (linked < entries.size()) {
      advice.add("without an address and not to be fetched: " + (entries.size() - linked));
    }
    if (dated == 0 && !entries.isEmpty()) {
      advice.add("no dates: times will come from the pages, or from our first look");
    }
    if (newest.isPresent() && newest.get().isAfter(page.at().plusSeconds(7200))) {
      advice.add("the newest date is in the future: is `zone` right?");
    }
    if (newest.isPresent() && newest.get().isBefore(page.at().minusSeconds(90 * 86_400L))) {
      advice.add("nothing new for 90 days: is it still kept?");
    }
    boolean works = !entries.isEmpty() && linked > 0;
    if (works && !source.verified()) {
      advice.add("set `verified: true` in " + source.file());
    }
    return new Finding(source, works, entries, facts, advice);
  }

  private static Finding failed(Source source, String fact, String advice) {
    return new Finding(
        source, false, List.of(), List.of(fact), advice.isEmpty() ? List.of() : List.of(advice));
  }

  private static String adviceFor(Access access, FeedInput input) {
    return switch (access) {
      case Access.Html _ -> "look at the page's source and correct the selectors";
      case Access.Telegram _ ->
          "open " + input.url() + " in a browser: without posts there, there is no public preview";
      case Access.Rss _, Access.Sitemap _ ->
          "give the address of a feed; `sources check "
              + input.url().resolve("/")
              + "` looks for one, or for a list on the page";
      case Access.Vk _, Access.Mastodon _, Access.Bluesky _, Access.Youtube _ -> "check the name";
    };
  }
}
