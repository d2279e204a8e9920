package letopis.crawl.filing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.document.Address;
import letopis.document.Claimed;
import letopis.document.Document;
import letopis.document.Lineage;
import letopis.document.PublishedFrom;
import letopis.document.Times;

/// Sets a fresh look at a publication against what the archive has of it. Pure.
public final class Merge {
  private static final int MOST_ALIASES = 50;

  private Merge() {}

  /// What is to be written.
  public sealed interface Decision {
    /// Title or text changed: a new revision; the store keeps the one before.
    record Revised(Document current) implements Decision {}

    /// The same wording, but something about it is new: an address, or that it is there again.
    record Touched(Document current, boolean returned) implements Decision {}

    /// Nothing is new.
    record Same(Document current) implements Decision {}
  }

  /// Compares a look with the current version.
  ///
  /// @param versions how often the page turned to each wording, by [Changes#version]
  public static Decision decide(Document known, Document look, Map<String, Integer> versions) {
    return decide(known, look, versions, since(known, look));
  }

  /// What a record of a file adds: that there was such a text, not that it is there now. A wording
  /// that the document ever had is nothing new.
  static Decision record(Document known, Document record) {
    Map<String, Integer> versions = new HashMap<>();
    wordings(known).forEach(wording -> versions.put(wording, Integer.MAX_VALUE));
    return decide(known, record, versions, known.times().removedAt());
  }

  /// @param removedAt since when it is gone, after this look
  private static Decision decide(
      Document known, Document look, Map<String, Integer> versions, Optional<Instant> removedAt) {
    boolean returned = !removedAt.equals(known.times().removedAt());
    Document touched = touch(known, look, removedAt);
    if (isOlder(look, known) || sameWording(known, look, versions)) {
      return touched.equals(known)
          ? new Decision.Same(known)
          : new Decision.Touched(touched, returned);
    }
    return new Decision.Revised(revised(touched, look));
  }

  /// What a page adds that only names the document, while the document is read elsewhere (an AMP, a
  /// print page): an address, no wording, and nothing about its being there.
  static Decision version(Document known, Document look) {
    Address addresses = addresses(known.address(), look.address());
    return addresses.equals(known.address())
        ? new Decision.Same(known)
        : new Decision.Touched(with(known, addresses, known.times(), known.extra()), false);
  }

  /// The first look at the document's own address, after one at a version of it: what the version
  /// showed is no wording that the document had. The same revision, told right.
  static Document atHome(Document known, Document look) {
    Document revised = revised(touch(known, look, since(known, look)), look);
    Lineage lineage = revised.lineage();
    return revised.with(
        new Lineage(
            known.lineage().revision(),
            lineage.validFrom(),
            lineage.validTo(),
            lineage.cluster(),
            lineage.copyOf(),
            lineage.copyShare(),
            lineage.fingerprints()));
  }

  /// The versions that a document has had, by [Changes#version].
  public static Set<String> wordings(Document known) {
    Set<String> wordings = new LinkedHashSet<>();
    known.extra().path("wordings").forEach(wording -> wordings.add(wording.asText()));
    wordings.add(Changes.version(known.content()));
    return wordings;
  }

  /// A document that is gone since this time.
  public static Document removed(Document known, Instant since) {
    Times times = known.times();
    return with(
        known,
        known.address(),
        new Times(
            times.published(),
            times.firstSeenAt(),
            times.absentAt(),
            times.modified(),
            Optional.of(since),
            times.backdated()),
        known.extra());
  }

  /// Whether a look shows the wording that we have, or one that is no revision any more.
  private static boolean sameWording(Document known, Document look, Map<String, Integer> versions) {
    if (look.content().title().equals(known.content().title())
        && look.content().body().equals(known.content().body())) {
      return true;
    }
    String version = Changes.version(look.content());
    return version.equals(Changes.version(known.content())) || Changes.flips(versions, version);
  }

  /// A replay may bring a look that was made before the one we have: it changes nothing.
  static boolean isOlder(Document look, Document known) {
    return look.lineage().validFrom().isBefore(known.lineage().validFrom());
  }

  private static Document revised(Document touched, Document look) {
    Lineage before = touched.lineage();
    Times times = touched.times();
    Lineage lineage =
        new Lineage(
            before.revision() + 1,
            look.lineage().validFrom(),
            Optional.empty(),
            before.cluster(),
            before.copyOf(),
            before.copyShare(),
            look.lineage().fingerprints());
    return new Document(
        touched.id(),
        touched.address(),
        look.publisher(),
        look.content(),
        new Times(
            times.published(),
            times.firstSeenAt(),
            times.absentAt(),
            look.times().modified().or(times::modified),
            times.removedAt(),
            times.backdated()),
        lineage,
        look.capture(),
        look.noarchive(),
        mergedExtra(touched, look));
  }

  /// Since when a document is gone that was seen: a look from before that brings nothing back.
  private static Optional<Instant> since(Document known, Document look) {
    return known.times().removedAt().filter(gone -> !look.lineage().validFrom().isAfter(gone));
  }

  /// The known version with what a look adds without changing its wording.
  private static Document touch(Document known, Document look, Optional<Instant> removedAt) {
    Times times = known.times();
    ObjectNode extra = known.extra();
    if (times.removedAt().isPresent() && removedAt.isEmpty()) {
      extra = extra.deepCopy();
      extra
          .withArray("/returns")
          .addObject()
          .put("removed_at", times.removedAt().get().toString())
          .put("returned_at", look.lineage().validFrom().toString());
    }
    Instant seen = look.times().firstSeenAt();
    Instant first = times.firstSeenAt().isBefore(seen) ? times.firstSeenAt() : seen;
    // A look that missed what had been seen before says nothing of when it appeared.
    Optional<Instant> absent = times.absentAt().filter(at -> at.isBefore(first));
    Times touched =
        new Times(
            published(known, look),
            first,
            absent,
            times.modified(),
            removedAt,
            times.backdated() && absent.isPresent());
    return with(known, addresses(known.address(), look.address()), touched, extra);
  }

  /// A guess gives way to a claim; a claim stays what it was at first sight.
  private static Claimed published(Document known, Document look) {
    Claimed before = known.times().published();
    Claimed now = look.times().published();
    return before.from() == PublishedFrom.GUESSED && now.from() != PublishedFrom.GUESSED
        ? now
        : before;
  }

  private static Address addresses(Address known, Address look) {
    Set<String> aliases = new LinkedHashSet<>(known.aliases());
    aliases.addAll(look.aliases());
    aliases.add(look.canonical());
    aliases.remove(known.canonical());
    boolean home = look.readAt().equals(known.canonical());
    return new Address(
        home && !known.readAt().equals(known.canonical()) ? look.url() : known.url(),
        known.canonical(),
        aliases.stream().limit(MOST_ALIASES).toList());
  }

  private static ObjectNode mergedExtra(Document touched, Document look) {
    ObjectNode extra = look.extra().deepCopy();
    if (touched.extra().has("returns")) {
      extra.set("returns", touched.extra().get("returns"));
    }
    Set<String> wordings = wordings(touched);
    wordings.add(Changes.version(look.content()));
    ArrayNode list = extra.putArray("wordings");
    wordings.forEach(list::add);
    return extra;
  }

  private static Document with(Document document, Address address, Times times, ObjectNode extra) {
    return new Document(
        document.id(),
        address,
        document.publisher(),
        document.content(),
        times,
        document.lineage(),
        document.capture(),
        document.noarchive(),
        extra);
  }
}
