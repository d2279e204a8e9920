package letopis.archive;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import letopis.document.CaptureRef;

/// Finds the capture that already holds a payload, so that it is kept once. Safe for any number of
/// threads.
final class KnownPayloads {
  private static final int REMEMBERED = 50_000;

  private final CaptureIndex index;
  private final Optional<Duration> usable;
  private final Clock clock;

  /// Payload digest → the capture that holds it, most recently used last.
  private final Map<String, CdxLine> holders =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CdxLine> eldest) {
          return size() > REMEMBERED;
        }
      };

  /// @param usable age beyond which captures are not referred to, since their files may be deleted
  ///     soon; empty when all are kept
  KnownPayloads(CaptureIndex index, Optional<Duration> usable, Clock clock) {
    this.index = index;
    this.usable = usable;
    this.clock = clock;
  }

  void add(CdxLine holder) {
    synchronized (holders) {
      holders.put(holder.digest(), holder);
    }
  }

  /// An earlier capture with this payload: any that is remembered, else the last of this address.
  ///
  /// A redirect is always kept whole: its body is smaller than a reference to another, and its
  /// record is a link of the chain from one address to the next.
  Optional<WarcRecords.Earlier> same(WarcRecords.Captured captured, String digest)
      throws IOException {
    if (captured.payload().length == 0
        || captured.type().isPresent()
        || captured.status() >= 300 && captured.status() < 400) {
      return Optional.empty();
    }
    Optional<CdxLine> known = holder(digest).filter(line -> isUsable(line.at()));
    if (known.isEmpty()) {
      known =
          index.findRecent(captured.url()).stream()
              .filter(line -> !line.revisit() && line.digest().equals(digest))
              .filter(line -> isUsable(line.at()))
              .findFirst();
    }
    return known.map(line -> new WarcRecords.Earlier(line.url(), line.ref(), false));
  }

  /// What a 304 says is still current: the capture that its validators came with, or the one that
  /// holds its payload where that is known without a search.
  WarcRecords.Earlier unmodified(String url, CaptureRef earlier) {
    return holder(earlier.digest())
        .filter(line -> line.url().equals(url))
        .map(line -> new WarcRecords.Earlier(line.url(), line.ref(), true))
        .orElseGet(() -> new WarcRecords.Earlier(url, earlier, true));
  }

  /// Whether a capture of this time may be referred to.
  boolean isUsable(Instant at) {
    return usable.filter(age -> at.isBefore(clock.instant().minus(age))).isEmpty();
  }

  private Optional<CdxLine> holder(String digest) {
    synchronized (holders) {
      return Optional.ofNullable(holders.get(digest));
    }
  }
}
