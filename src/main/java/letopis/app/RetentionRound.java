package letopis.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import letopis.archive.ExpiredFiles;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.CaptureReferences;
import letopis.index.documents.Retention;
import letopis.index.state.OldLooks;

/// Removes what has been kept for as long as it may be: documents first, then the WARC files that
/// hold nothing which a remaining version was read from. The records of old looks are folded.
public final class RetentionRound {
  /// Files asked about at a time: each may hold a hundred thousand digests.
  private static final int FILES = 8;

  private final Retention retention;
  private final CaptureReferences references;
  private final ExpiredFiles files;
  private final OldLooks looks;
  private final Optional<Duration> keep;
  private final Duration keepLooks;
  private final Clock clock;

  /// @param keep age by first sight beyond which documents go; empty when they are kept for ever
  /// @param keepLooks age beyond which looks that found nothing else than the one before go
  public RetentionRound(
      Indices indices,
      ExpiredFiles files,
      Optional<Duration> keep,
      Duration keepLooks,
      Clock clock) {
    this.retention = new Retention(indices, clock);
    this.references = new CaptureReferences(indices);
    this.files = files;
    this.looks = new OldLooks(indices);
    this.keep = keep;
    this.keepLooks = keepLooks;
    this.clock = clock;
  }

  /// What a round did, or would do.
  ///
  /// @param before documents first seen before this time go; empty when none do
  /// @param versions of documents, the current ones among them
  /// @param files whole WARC files
  /// @param looks records of looks
  public record Result(
      Optional<Instant> before, long documents, long versions, int files, long bytes, long looks) {
    /// For machines and the audit log.
    public ObjectNode json() {
      return Elasticsearch.JSON
          .createObjectNode()
          .put("before", before.map(Instant::toString).orElse(null))
          .put("documents", documents)
          .put("versions", versions)
          .put("files", files)
          .put("bytes", bytes)
          .put("looks", looks);
    }

    /// Whether nothing of the archive went; looks are folded each day.
    public boolean isEmpty() {
      return documents == 0 && files == 0;
    }
  }

  /// What would go now: documents and looks only, since which files go depends on them.
  public Result preview() throws IOException, InterruptedException {
    Instant now = clock.instant();
    Optional<Instant> before = keep.map(now::minus);
    long documents = before.isPresent() ? retention.count(before.get()) : 0;
    return new Result(before, documents, 0, 0, 0, looks.count(now.minus(keepLooks)));
  }

  /// Removes what is due. Ended early, it is gone on with by the next round.
  public Result run(BooleanSupplier goOn) throws IOException, InterruptedException {
    Instant now = clock.instant();
    long folded = looks.fold(now.minus(keepLooks), goOn);
    return keep.isPresent()
        ? run(now.minus(keep.get()), keep.get(), folded, goOn)
        : new Result(Optional.empty(), 0, 0, 0, 0, folded);
  }

  private Result run(Instant before, Duration age, long folded, BooleanSupplier goOn)
      throws IOException, InterruptedException {
    Retention.Expired expired =
        retention.run(before, "kept for " + age.toDays() + " days, as storage.keep says", goOn);
    files.sweep();
    int deleted = 0;
    long bytes = 0;
    List<String> old = files.before(before);
    for (int from = 0; from < old.size() && goOn.getAsBoolean(); from += FILES) {
      List<String> some = old.subList(from, Math.min(old.size(), from + FILES));
      for (String file : unneeded(some)) {
        bytes += files.delete(file);
        deleted++;
      }
    }
    return new Result(
        Optional.of(before), expired.documents(), expired.versions(), deleted, bytes, folded);
  }

  /// Those of these files that hold neither the capture of a version nor the payload that one leads
  /// to: a revisit bears the digest of the payload that it refers to.
  private Set<String> unneeded(List<String> some) throws IOException, InterruptedException {
    Map<String, Set<String>> holders = new HashMap<>();
    for (String file : some) {
      for (String digest : files.payloads(file)) {
        holders.computeIfAbsent(digest, _ -> new HashSet<>(1)).add(file);
      }
    }
    Set<String> unneeded = new HashSet<>(some);
    references.each(
        page ->
            page.stream()
                .flatMap(reference -> reference.capture().stream())
                .forEach(
                    capture -> {
                      unneeded.remove(capture.file());
                      unneeded.removeAll(holders.getOrDefault(capture.digest(), Set.of()));
                    }));
    return unneeded;
  }
}
