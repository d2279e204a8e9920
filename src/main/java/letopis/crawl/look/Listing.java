package letopis.crawl.look;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.index.state.Validators;
import letopis.parse.Entry;

/// What one look at a source gave.
///
/// @param at when it began
/// @param tookMillis how long it took, parts and older pages included
/// @param detail cause, reason or warnings, for people
/// @param status HTTP status, 0 when there was no answer
public record Listing(
    Instant at,
    long tookMillis,
    PollFacts.Kind kind,
    Result result,
    int status,
    String detail,
    List<Item> items,
    Optional<String> format,
    Validators validators,
    Optional<Duration> hint,
    Optional<Duration> retryAfter) {
  public Listing {
    items = List.copyOf(items);
  }

  /// A look that failed by a fault of ours.
  static Listing broken(Instant at, String detail) {
    return new Listing(
        at,
        0,
        PollFacts.Kind.SOFT,
        Result.FAILED,
        0,
        detail,
        List.of(),
        Optional.empty(),
        Validators.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /// The same, with how long it took.
  Listing took(long millis) {
    return new Listing(
        at, millis, kind, result, status, detail, items, format, validators, hint, retryAfter);
  }

  /// One entry with the capture of the document that listed it.
  ///
  /// @param earlier the wordings that it had before, oldest first, where the platform tells them
  public record Item(Entry entry, CaptureRef capture, List<Item> earlier) {
    public Item {
      earlier = List.copyOf(earlier);
    }

    /// An entry of which no earlier wordings are told.
    public Item(Entry entry, CaptureRef capture) {
      this(entry, capture, List.of());
    }
  }

  /// What kind of answer it was; the label is kept in the poll record.
  public enum Result {
    OK("ok"),
    NOT_MODIFIED("not_modified"),
    FAILED("failed"),
    DISALLOWED("disallowed"),
    BLOCKED("blocked"),
    NOT_A_FEED("not_a_feed");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }
}
