package letopis.crawl.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.Address;
import letopis.document.ClaimReview;
import letopis.document.Document;

/// What is known and what has been decided of one batch of findings while [Intake] works through
/// it. Not for several threads.
final class IntakeBatch {
  final Map<String, Document> known;
  final Map<String, Document> current = new LinkedHashMap<>();
  final List<Filed> results = new ArrayList<>();

  /// What pages hold of reviews, by the place of their outcome among [#results].
  final Map<Integer, List<ClaimReview>> reviews = new LinkedHashMap<>();

  final Set<String> worded = new LinkedHashSet<>();
  final Set<String> merging = new HashSet<>();

  /// Documents that stand elsewhere now, by the id that another article has taken over.
  final Map<String, Document> displaced = new LinkedHashMap<>();

  final Map<String, String> aliased = new HashMap<>();

  IntakeBatch(Map<String, Document> known) {
    this.known = known;
  }

  Optional<Document> find(Address address) {
    Document document = known.get(address.canonical());
    for (String alias : address.aliases()) {
      document = document == null ? known.get(alias) : document;
    }
    return Optional.ofNullable(document);
  }

  Filed add(Document document, boolean merges) {
    if (merges) {
      merging.add(document.id());
    }
    return write(document, CrawlOutcome.ADDED, true);
  }

  Filed write(Document document, CrawlOutcome outcome, boolean changed) {
    current.put(document.id(), document);
    if (changed) {
      worded.add(document.id());
    }
    return new Filed(outcome, "", Optional.of(document.id()), changed);
  }

  void alias(Document document, Document twin) {
    current.remove(document.id());
    Document known = current.getOrDefault(twin.id(), twin);
    current.put(twin.id(), Strangers.aliased(known, document));
    aliased.put(document.id(), twin.id());
  }

  Filed settled(Filed filed, String id) {
    String twin = aliased.get(id);
    return twin == null
        ? filed
        : new Filed(CrawlOutcome.ALIAS, "of " + twin, Optional.of(twin), false);
  }
}
