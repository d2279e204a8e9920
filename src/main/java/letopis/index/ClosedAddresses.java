package letopis.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells which addresses were taken down, so that they need not be fetched to be refused.
public final class ClosedAddresses {
  private final StoreReader reader;

  public ClosedAddresses(Indices indices) {
    this.reader = new StoreReader(Objects.requireNonNull(indices));
  }

  /// Those of these ids ([letopis.document.DocumentId] of an address) that are closed, in real
  /// time.
  public Set<String> among(Collection<String> ids) throws IOException {
    return reader.addresses(ids).entrySet().stream()
        .filter(entry -> entry.getValue().takenDownAt().isPresent())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }
}
