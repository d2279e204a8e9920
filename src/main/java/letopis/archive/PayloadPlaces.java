package letopis.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.WarcCaptureRecord;

/// Where in a file the records are that a later revisit may refer to, by each way of referring that
/// tools use: the payload's digest, the record's id, the address and time.
final class PayloadPlaces {
  private static final int REMEMBERED = 600_000;

  private final Map<String, Long> places =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  void add(WarcCaptureRecord record, long position) {
    record
        .headers()
        .first("WARC-Payload-Digest")
        .ifPresent(digest -> places.put("digest " + digest, position));
    record.headers().first("WARC-Record-ID").ifPresent(id -> places.put("id " + id, position));
    record
        .headers()
        .first("WARC-Date")
        .ifPresent(date -> places.put("at " + date + " " + record.target(), position));
  }

  /// The record that this revisit refers to, when it came before in the same file.
  Optional<Long> of(WarcCaptureRecord revisit) {
    Optional<String> target = revisit.headers().first("WARC-Refers-To-Target-URI");
    return place("digest ", revisit.headers().first("WARC-Payload-Digest"))
        .or(() -> place("id ", revisit.headers().first("WARC-Refers-To")))
        .or(
            () ->
                place(
                    "at ",
                    revisit
                        .headers()
                        .first("WARC-Refers-To-Date")
                        .map(date -> date + " " + target.orElseGet(revisit::target))));
  }

  private Optional<Long> place(String kind, Optional<String> key) {
    return key.map(value -> places.get(kind + value));
  }
}
