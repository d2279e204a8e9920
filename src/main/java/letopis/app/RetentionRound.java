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
import java.util.Set;
import java.util.function.BooleanSupplier;
import letopis.archive.ExpiredFiles;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.index.documents.CaptureReferences;
import letopis.index.documents.Retention;

/// Removes what has been kept for as long as it may be: documents first, then the WARC files that
/// hold nothing which a remaining version was read from.
public final class RetentionRound {
  /// Files asked about at a time: each may hold a hundred thousand digests.
  private static final int FILES = 8;

  private final Retention retention;
  private final CaptureReferences references;
  private final ExpiredFiles files;
  private final Duration keep;
  private final Clock clock;

  /// @param keep age by first sight beyond which documents go
  public RetentionRound(Indices indices, ExpiredFiles files, Duration keep, Clock clock) {
    this.retention = new Retention(indices, clock);
    this.references = new CaptureReferences(indices);
    this.files = files;
    this.keep = keep;
    this.clock = clock;
  }

  /// What a round did, or would do.
  ///
  /// @param before documents first seen before this time go
  /// @param versions of documents, the current ones among them
  /// @param files whole WARC files
  public record Result(Instant before, long documents, long versions, int files, long bytes) {
    /// For machines and the audit log.
    public ObjectNode json() {
      return Elasticsearch.JSON
          .createObjectNode()
          .put("before", before.toString())
          .put("documents", documents)
          .put("versions", versions)
          .put("files", files)
          .put("bytes", bytes);
    }

    /// Whether nothing went.
    public boolean isEmpty() {
      return documents == 0 && files == 0;
    }
  }

  /// What would go now: documents only, since which files go depends on them.
  public Result preview() throws IOException {
    return new Result(before(), retention.count(before()), 0, 0, 0);
  }

  /// Removes what is due. Ended early, it is gone on with by the next round.
  public Result run(BooleanSupplier goOn) throws IOException, InterruptedException {
    Instant before = before();
    Retention.Expired expired =
        retention.run(before, "kept for " + keep.toDays() + " days, as storage.keep says", goOn);
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
    return new Result(before, expired.documents(), expired.versions(), deleted, bytes);
  }

  private Instant before() {
    return clock.instant().minus(keep);
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
