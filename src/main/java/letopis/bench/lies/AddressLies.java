package letopis.bench.lies;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import letopis.bench.lies.Lie.Verdict;
import letopis.bench.lies.LyingSite.Article;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Document;

/// Lies about which addresses mean the same article.
final class AddressLies {
  private AddressLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie("gives one rel=canonical to all articles", AddressLies::sharedCanonical),
        new Lie("shows one text under two addresses", AddressLies::twoAddresses),
        new Lie("gives another article as rel=canonical", AddressLies::otherCanonical),
        new Lie("retires the AMP page of an article that stays", AddressLies::retires),
        new Lie("gives its front page as rel=canonical", AddressLies::frontCanonical),
        new Lie("lists the AMP and the print page of an article", AddressLies::versions),
        new Lie("takes down one, then the other address of an article", AddressLies::twoEnds),
        new Lie("lists the second page of an article", AddressLies::secondPage),
        new Lie("has an article in two languages that name each other", AddressLies::languages),
        new Lie("puts a new session into every address", AddressLies::sessions),
        new Lie("links through a tracker, each time another", AddressLies::trackers),
        new Lie("gives the GUID of an article to another one", AddressLies::reusedGuid),
        new Lie("shuffles its entries, which have no GUID", AddressLies::shuffles));
  }

  private static Article with(Article article, String head) {
    return new Article(
        article.path(), article.title(), article.text(), article.published(), article.guid(), head);
  }

  private static String canonical(Lab lab, String path) {
    return "<link rel=\"canonical\" href=\"" + lab.site.url(path) + "\">";
  }

  private static Verdict sharedCanonical(Lab lab) throws IOException, InterruptedException {
    String head = canonical(lab, "/news");
    lab.site.publish(with(PageLies.FIRST, head)).publish(with(PageLies.SECOND, head));
    lab.watchFeed().crawl();
    Document first = lab.find("/a/1").orElseThrow();
    Document second = lab.find("/a/2").orElseThrow();
    boolean right =
        !first.id().equals(second.id())
            && first.lineage().revision() == 1
            && second.lineage().revision() == 1;
    return new Verdict(right, right ? "not believed: two documents" : "mixed up");
  }

  private static Verdict twoAddresses(Lab lab) throws IOException, InterruptedException {
    lab.site
        .publish(PageLies.FIRST)
        .publish(PageLies.article("/news/1.html", PageLies.FIRST.title(), PageLies.FLOOD));
    lab.watchFeed().crawl();
    boolean one =
        lab.find("/a/1").orElseThrow().id().equals(lab.find("/news/1.html").orElseThrow().id());
    return new Verdict(
        one && lab.total(CrawlOutcome.ALIAS) == 1,
        one ? "one document, the other address an alias" : "two documents");
  }

  private static Verdict otherCanonical(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.site.publish(with(PageLies.SECOND, canonical(lab, "/a/1")));
    lab.watchFeed().crawl();
    lab.site.delete("/a/2", LyingSite.page(410, "gone"));
    lab.crawlLater();
    lab.crawlLater();
    Document first = lab.find("/a/1").orElseThrow();
    Document second = lab.find("/a/2").orElseThrow();
    boolean apart =
        !first.id().equals(second.id())
            && first.lineage().revision() == 1
            && first.content().body().contains("Бычиха")
            && second.content().body().contains("бассейн");
    boolean removed = first.times().removedAt().isEmpty() && second.times().removedAt().isPresent();
    return new Verdict(
        apart && removed,
        (apart ? "not believed: two documents" : "mixed up")
            + (removed
                ? "; when it is deleted it alone is removed"
                : "; the wrong one is removed"));
  }

  private static Verdict frontCanonical(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(with(PageLies.FIRST, canonical(lab, "/")));
    lab.watchFeed().crawl();
    boolean own = lab.find("/a/1").filter(one -> one.address().url().endsWith("/a/1")).isPresent();
    return new Verdict(own && lab.find("/").isEmpty(), own ? "kept under its own address" : "lost");
  }

  private static Verdict versions(Lab lab) throws IOException, InterruptedException {
    String head = canonical(lab, "/a/1");
    String amp = "<link rel=\"amphtml\" href=\"" + lab.site.url("/amp/1") + "\">";
    lab.site.publish(with(PageLies.FIRST, head + amp));
    lab.site.publish(
        with(PageLies.article("/amp/1", PageLies.FIRST.title(), PageLies.FLOOD), head));
    lab.site.publish(
        with(
            PageLies.article("/print/1", "Амур поднялся - версия для печати", PageLies.FLOOD),
            head));
    lab.watchFeed().crawl();
    lab.crawlLater();
    lab.crawlLater();
    return oneDocument(lab, 1, "/a/1", "/amp/1", "/print/1");
  }

  private static Verdict retires(Lab lab) throws IOException, InterruptedException {
    String head = canonical(lab, "/a/1");
    lab.site.publish(with(PageLies.FIRST, head));
    lab.site.publish(
        with(PageLies.article("/amp/1", PageLies.FIRST.title(), PageLies.FLOOD), head));
    lab.watchFeed().crawl();
    lab.site.delete("/amp/1", LyingSite.page(410, "gone"));
    lab.crawlLater();
    lab.crawlLater();
    boolean there = lab.find("/a/1").orElseThrow().times().removedAt().isEmpty();
    return new Verdict(there, there ? "the article is there" : "the article is said to be removed");
  }

  private static Verdict twoEnds(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.site.publish(PageLies.article("/news/1.html", PageLies.FIRST.title(), PageLies.FLOOD));
    lab.watchFeed().crawl();
    boolean kept = lab.find("/a/1").orElseThrow().address().canonical().endsWith("/a/1");
    List<String> paths = kept ? List.of("/a/1", "/news/1.html") : List.of("/news/1.html", "/a/1");
    lab.site.delete(paths.getFirst(), LyingSite.page(410, "gone"));
    lab.crawlLater();
    lab.crawlLater();
    boolean there = lab.find("/a/1").orElseThrow().times().removedAt().isEmpty();
    lab.site.delete(paths.getLast(), LyingSite.page(410, "gone"));
    lab.forward(java.time.Duration.ofHours(3));
    Instant second = lab.crawlLater();
    for (int i = 0; i < 3; i++) {
      lab.forward(java.time.Duration.ofHours(24));
      lab.crawlLater();
    }
    Optional<Instant> removed = lab.find("/a/1").orElseThrow().times().removedAt();
    return new Verdict(
        there && removed.equals(Optional.of(second)),
        (there ? "there at the other; then " : "said to be removed; then ")
            + (removed.isPresent()
                ? "removed_at is %s look that found neither"
                    .formatted(removed.get().equals(second) ? "the first" : "not the first")
                : "not removed"));
  }

  private static Verdict secondPage(Lab lab) throws IOException, InterruptedException {
    String head = canonical(lab, "/a/1");
    lab.site.publish(with(PageLies.FIRST, head));
    lab.site.publish(with(PageLies.article("/a/1/page/2", "Амур поднялся", PageLies.BRIDGE), head));
    lab.watchFeed().crawl();
    lab.crawlLater();
    lab.crawlLater();
    Document first = lab.find("/a/1").orElseThrow();
    boolean right = first.lineage().revision() == 1 && first.content().body().contains("Бычиха");
    return new Verdict(
        right,
        "the article has %d revisions, its first page is %s"
            .formatted(
                first.lineage().revision(),
                first.content().body().contains("Бычиха") ? "kept" : "lost"));
  }

  private static Verdict languages(Lab lab) throws IOException, InterruptedException {
    String head =
        "<link rel=\"alternate\" hreflang=\"ru\" href=\"%s\"><link rel=\"alternate\""
                .formatted(lab.site.url("/a/1"))
            + " hreflang=\"en\" href=\"%s\">".formatted(lab.site.url("/en/1"));
    lab.site.publish(with(PageLies.FIRST, head));
    lab.site.publish(
        with(
            PageLies.article(
                "/en/1",
                "The Amur has risen",
                "The water of the Amur at Khabarovsk rose by 34 centimetres in a day.\n"
                    + "Eight villages and two hundred gardens on the islands are under water.\n"
                    + "Rescuers took 41 people out of the village of Bychikha, nobody died."),
            head));
    lab.watchFeed().crawl();
    lab.crawlLater();
    boolean two = !lab.find("/a/1").orElseThrow().id().equals(lab.find("/en/1").orElseThrow().id());
    return new Verdict(
        two && lab.total(CrawlOutcome.ADDED) == 2, two ? "two documents" : "one document");
  }

  private static Verdict sessions(Lab lab) throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>();
    lab.watchFeed();
    for (int i = 0; i < 4; i++) {
      String path = "/s-%08x/a/1".formatted(i * 7_654_321 + 99);
      paths.forEach(old -> lab.site.delete(old, lab.site.of(PageLies.FIRST)));
      paths.add(path);
      lab.site.publish(PageLies.article(path, PageLies.FIRST.title(), PageLies.FLOOD));
      lab.crawl();
      lab.forward(Lab.LATER);
    }
    return oneDocument(lab, 1, paths.toArray(String[]::new));
  }

  private static Verdict trackers(Lab lab) throws IOException, InterruptedException {
    lab.watchFeed();
    for (int i = 0; i < 3; i++) {
      lab.site.tell("/go/" + i, LyingSite.redirect("/a/1"));
      lab.site.tell("/a/1", lab.site.of(PageLies.FIRST));
      lab.site.tell(LyingSite.FEED, list(lab, "/go/" + i));
      lab.crawl();
      lab.forward(Lab.LATER);
    }
    return oneDocument(lab, 1, "/a/1", "/go/0", "/go/1", "/go/2");
  }

  private static Verdict reusedGuid(Lab lab) throws IOException, InterruptedException {
    lab.site.publish(PageLies.FIRST);
    lab.watchFeed().crawl();
    lab.forward(Lab.LATER);
    lab.site.delete("/a/1", lab.site.of(PageLies.FIRST));
    lab.site.publish(
        new Article(
            "/a/2",
            PageLies.SECOND.title(),
            PageLies.SCHOOL,
            Lab.START.plusSeconds(600),
            PageLies.FIRST.guid(),
            ""));
    lab.crawl();
    Optional<Document> second = lab.find("/a/2");
    boolean right =
        second.isPresent()
            && !second.get().id().equals(lab.find("/a/1").orElseThrow().id())
            && second.get().lineage().revision() == 1;
    return new Verdict(right, right ? "two documents" : "mixed up");
  }

  private static Verdict shuffles(Lab lab) throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>(IntStream.range(0, 8).mapToObj(i -> "/b/" + i).toList());
    for (String path : paths) {
      lab.site.tell(
          path,
          lab.site.of(
              PageLies.article(path, "Мост открыли, часть " + path, PageLies.BRIDGE + path)));
    }
    lab.watchFeed();
    for (int i = 0; i < 5; i++) {
      java.util.Collections.rotate(paths, 3);
      java.util.Collections.swap(paths, 0, 5);
      lab.site.tell(LyingSite.FEED, list(lab, paths.toArray(String[]::new)));
      lab.crawl();
      lab.forward(Lab.LATER);
    }
    long updated = lab.total(CrawlOutcome.UPDATED);
    long added = lab.total(CrawlOutcome.ADDED) + lab.total(CrawlOutcome.ALIAS);
    return new Verdict(
        added == 8 && updated == 0,
        "%d documents of 8, %d revisions, the time is %s"
            .formatted(added, updated, lab.coverage()));
  }

  /// A feed of entries that have a title and a link and nothing else.
  private static LyingSite.Answer list(Lab lab, String... paths) {
    StringBuilder items = new StringBuilder("<rss version=\"2.0\"><channel><title>В</title>");
    for (String path : paths) {
      items
          .append("<item><title>")
          .append(path.startsWith("/go") ? PageLies.FIRST.title() : "Мост открыли, часть " + path)
          .append("</title><link>")
          .append(lab.site.url(path))
          .append("</link></item>");
    }
    return LyingSite.feed(items.append("</channel></rss>").toString());
  }

  private static Verdict oneDocument(Lab lab, int revisions, String... paths) throws IOException {
    List<String> ids = new ArrayList<>();
    int revision = 0;
    for (String path : paths) {
      Optional<Document> document = lab.find(path);
      ids.add(document.map(Document::id).orElse("none"));
      revision = Math.max(revision, document.map(one -> one.lineage().revision()).orElse(0));
    }
    long documents = ids.stream().distinct().count();
    boolean right = documents == 1 && !ids.contains("none") && revision == revisions;
    return new Verdict(
        right,
        "%d addresses, %d documents%s, revision %d"
            .formatted(
                paths.length, documents, ids.contains("none") ? " (or none)" : "", revision));
  }
}
