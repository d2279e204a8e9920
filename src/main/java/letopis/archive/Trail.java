package letopis.archive;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.document.CaptureRef;
import letopis.url.WebAddress;

/// Finds the captures that explain one: the redirects that led to it, and the capture that holds
/// its payload.
///
/// @param index over all captures
/// @param files that they are in
record Trail(CaptureIndex index, RecordFiles files) {
  private static final int MOST_HOPS = 20;

  /// The redirects in order, the capture, and the holder of its payload when that is another.
  List<CaptureRef> of(CaptureRef ref) throws IOException {
    RecordFiles.Stored record = files.stored(ref);
    List<CaptureRef> trail = new ArrayList<>();
    if (record.requestedAs().isPresent()) {
      hops(record.requestedAs().get(), record, trail);
    }
    trail.add(ref);
    RecordFiles.Stored at = record;
    for (int i = 0; i < MOST_HOPS && at.original().isPresent(); i++) {
      trail.add(at.original().get());
      at = files.stored(at.original().get());
    }
    return trail;
  }

  private void hops(String from, RecordFiles.Stored to, List<CaptureRef> trail) throws IOException {
    Set<String> passed = new HashSet<>();
    Optional<String> address = Optional.of(from);
    while (address.isPresent()
        && !address.get().equals(to.url())
        && passed.size() < MOST_HOPS
        && passed.add(address.get())) {
      Optional<CaptureRef> hop =
          index.find(address.get()).stream()
              .filter(line -> line.status() >= 300 && line.status() < 400)
              .filter(line -> line.status() != 304 && !line.at().isAfter(to.at()))
              .max(Comparator.comparing(CdxLine::at))
              .map(CdxLine::ref);
      address = Optional.empty();
      if (hop.isPresent()) {
        trail.add(hop.get());
        address = next(files.stored(hop.get()));
      }
    }
  }

  private static Optional<String> next(RecordFiles.Stored hop) {
    List<String> locations = hop.response().headers().getOrDefault("location", List.of());
    return locations.isEmpty()
        ? Optional.empty()
        : WebAddress.parse(hop.url())
            .flatMap(url -> WebAddress.resolve(url, locations.getFirst()))
            .map(URI::toString);
  }
}
