package letopis.crawl.filing;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.copies.CopyJoin;
import letopis.document.Address;
import letopis.document.Document;
import letopis.document.Lineage;

/// Tells two publications under one address, and one publication under two addresses. Pure.
final class Strangers {
  /// Texts with less of each other than this have nothing in common but the template.
  private static final double RELATED = 0.2;

  /// Fingerprints of a text that says something without its title.
  private static final int TELLING = 10;

  private static final int SHORT = 200;
  private static final Duration SAME_DAY = Duration.ofHours(24);

  private Strangers() {}

  /// Whether a page that says it is `known` is another article: it answered at another address,
  /// under another title, with another text. Sites give one `rel=canonical` to all pages by
  /// mistake.
  static boolean are(Document known, Document look) {
    String answered = look.address().readAt();
    boolean elsewhere =
        !answered.equals(known.address().canonical())
            && !known.address().aliases().contains(answered);
    return elsewhere && differ(known, look);
  }

  /// Whether two pages show different articles: other texts and, unless both are long enough to say
  /// it alone, other titles.
  static boolean differ(Document one, Document other) {
    boolean titled =
        Changes.textHash(one.content().title()).equals(Changes.textHash(other.content().title()));
    return (!titled || isTelling(one) && isTelling(other)) && common(one, other) < RELATED;
  }

  private static boolean isTelling(Document document) {
    return document.lineage().fingerprints().size() >= TELLING;
  }

  /// A document that was read at a page which only named its address, and stands there alone now
  /// that another article has been seen at that address.
  ///
  /// @param asked addresses that lead to it all the same
  static Document displaced(Document known, List<String> asked) {
    Address own = known.address().withoutClaims();
    List<String> aliases = asked.stream().filter(alias -> !alias.equals(own.canonical())).toList();
    Document moved = known.at(new Address(own.url(), own.canonical(), aliases));
    Lineage before = known.lineage();
    return moved.with(
        new Lineage(
            before.revision(),
            before.validFrom(),
            before.validTo(),
            moved.id(),
            Optional.empty(),
            0,
            before.fingerprints()));
  }

  /// Whether two documents of one site are one publication: the same title and text, not a short
  /// one, with times that agree to a day.
  static boolean areTwins(Document one, Document other) {
    Duration apart = Duration.between(CopyJoin.appearedAt(one), CopyJoin.appearedAt(other)).abs();
    return one.content().body().length() >= SHORT
        && apart.compareTo(SAME_DAY) < 0
        && Changes.version(one.content()).equals(Changes.version(other.content()));
  }

  /// A document that is also found under the addresses of another.
  static Document aliased(Document kept, Document other) {
    Set<String> aliases = new LinkedHashSet<>(kept.address().aliases());
    aliases.add(other.address().canonical());
    aliases.addAll(other.address().aliases());
    aliases.remove(kept.address().canonical());
    return new Document(
        kept.id(),
        new Address(kept.address().url(), kept.address().canonical(), List.copyOf(aliases)),
        kept.publisher(),
        kept.content(),
        kept.times(),
        kept.lineage(),
        kept.capture(),
        kept.noarchive(),
        kept.extra());
  }

  private static double common(Document one, Document other) {
    Set<String> theirs = new HashSet<>(other.lineage().fingerprints());
    long shared = one.lineage().fingerprints().stream().filter(theirs::contains).count();
    int least = Math.min(theirs.size(), one.lineage().fingerprints().size());
    return least == 0 ? 0 : (double) shared / least;
  }
}
