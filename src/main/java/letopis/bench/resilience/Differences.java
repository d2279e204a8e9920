package letopis.bench.resilience;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import letopis.document.Document;

/// Sets what an archive has against what the web did: every page that was captured is there once,
/// with exactly the versions that were captured, in order, and gone if it is gone.
final class Differences {
  /// Two clocks are read for one event: the web's before, ours after it.
  private static final Duration ROUNDING = Duration.ofMillis(5);

  private final MovingWeb web;
  private final ArchiveTruth truth;
  private final List<String> found = new ArrayList<>();
  private int revisions;
  private int removed;

  private Differences(MovingWeb web, ArchiveTruth truth) {
    this.web = web;
    this.truth = truth;
  }

  /// What a comparison gave.
  ///
  /// @param pages that are in the archive, once each
  /// @param revisions of all pages, the first ones included
  /// @param removed pages
  /// @param unseen versions that went out whole and that the crawler did not live to archive
  /// @param differences a line each; none is how it must be
  record Result(int pages, int revisions, int removed, int unseen, List<String> differences) {}

  static Result of(MovingWeb web, ArchiveTruth truth) {
    Differences differences = new Differences(web, truth);
    Set<String> known = new HashSet<>();
    for (MovingPage page : web.pages()) {
      known.add(page.url());
      differences.compare(page);
    }
    for (String url : truth.documents().keySet()) {
      if (!known.contains(url)) {
        differences.found.add(url + ": is no page");
      }
    }
    return new Result(
        truth.documents().size(),
        differences.revisions,
        differences.removed,
        differences.unseen(),
        List.copyOf(differences.found));
  }

  private void compare(MovingPage page) {
    TreeMap<Instant, Integer> captured = truth.captured().getOrDefault(page.url(), new TreeMap<>());
    List<Document> versions = truth.documents().getOrDefault(page.url(), List.of());
    List<Integer> expected = turns(captured.values());
    List<Integer> kept =
        versions.stream()
            .map(version -> MovingPage.versionOf(version.content().body()).orElse(-1))
            .toList();
    if (!kept.equals(expected)) {
      found.add(page.url() + ": captured versions " + expected + ", kept " + kept);
    }
    if (versions.isEmpty()) {
      if (page.deletedAt().isEmpty()) {
        found.add(page.url() + ": lost");
      }
      return;
    }
    if (page.deletedAt().isEmpty() && !kept.getLast().equals(page.version())) {
      found.add(page.url() + ": is in version " + page.version() + ", kept " + kept);
    }
    revisions += versions.size();
    chain(page.url(), versions);
    evidence(page.url(), versions);
    removal(page, versions.getLast());
  }

  /// Revisions are numbered from 1, each valid until the next.
  private void chain(String url, List<Document> versions) {
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).lineage().revision() != i + 1) {
        found.add(url + ": version " + (i + 1) + " is numbered " + number(versions.get(i)));
      }
      Optional<Instant> next =
          i + 1 < versions.size()
              ? Optional.of(versions.get(i + 1).lineage().validFrom())
              : Optional.empty();
      if (!versions.get(i).lineage().validTo().equals(next)) {
        found.add(url + ": version " + (i + 1) + " does not end where the next begins");
      }
    }
  }

  private static int number(Document document) {
    return document.lineage().revision();
  }

  private void evidence(String url, List<Document> versions) {
    for (Document version : versions) {
      OptionalInt shown = version.capture().map(truth.shown()::get).orElse(OptionalInt.empty());
      if (!shown.equals(MovingPage.versionOf(version.content().body()))) {
        found.add(url + ": the capture of revision " + number(version) + " shows " + shown);
      }
    }
  }

  private void removal(MovingPage page, Document current) {
    Optional<Instant> kept = current.times().removedAt();
    if (kept.isPresent() != page.deletedAt().isPresent()) {
      found.add(page.url() + ": deleted " + page.deletedAt() + ", removed_at " + kept);
    } else if (kept.isPresent()) {
      removed++;
      if (kept.get().isBefore(page.deletedAt().orElseThrow().minus(ROUNDING))) {
        found.add(page.url() + ": removed_at is before its deletion");
      }
    }
  }

  private int unseen() {
    Map<String, Set<Integer>> sent = new HashMap<>();
    for (MovingWeb.Served answer : web.served()) {
      if (answer.version() > 0) {
        sent.computeIfAbsent(answer.url(), _ -> new HashSet<>()).add(answer.version());
      }
    }
    int unseen = 0;
    for (var page : sent.entrySet()) {
      Set<Integer> versions = page.getValue();
      versions.removeAll(truth.captured().getOrDefault(page.getKey(), new TreeMap<>()).values());
      unseen += versions.size();
    }
    return unseen;
  }

  /// Runs of the same version count once.
  private static List<Integer> turns(Collection<Integer> versions) {
    List<Integer> turns = new ArrayList<>();
    for (int version : versions) {
      if (turns.isEmpty() || turns.getLast() != version) {
        turns.add(version);
      }
    }
    return turns;
  }
}
