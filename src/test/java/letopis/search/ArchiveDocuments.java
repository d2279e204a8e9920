package letopis.search;

import java.time.Instant;
import java.util.Optional;
import letopis.document.Document;
import letopis.document.Times;

/// Documents for tests of other packages.
public final class ArchiveDocuments {
  private ArchiveDocuments() {}

  /// A document published on 2026-02-01 and written at this time.
  ///
  /// @param copyOf key of the document it copies; empty for none
  public static Document written(String key, String title, Instant at, String copyOf) {
    Optional<String> original =
        copyOf.isEmpty() ? Optional.empty() : Optional.of(Archive.id(copyOf));
    return Archive.document(
        new Archive.Draft(key, "amur", "2026-02-01T10:00:00Z", title, title + ". Подробности."),
        1,
        at,
        original.orElse(""),
        original);
  }

  /// The same when it is found gone.
  public static Document gone(String key, String title, Instant at, Instant since) {
    Document there = written(key, title, at, "");
    Times times = there.times();
    return there.with(
        new Times(
            times.published(),
            times.firstSeenAt(),
            times.absentAt(),
            times.modified(),
            Optional.of(since),
            times.backdated()));
  }
}
