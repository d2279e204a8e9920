package letopis.index.documents;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.index.Indices;
import letopis.index.Together;

/// Tells which addresses were taken down, so that they need not be fetched to be refused. What many
/// threads ask at the same time is asked for by one request.
public final class ClosedAddresses {
  /// Questions of different callers in one request.
  private static final int MOST = 32;

  private final StoreReader reader;
  private final Together<Collection<String>, Set<String>> asked =
      new Together<>(MOST, this::closed);

  public ClosedAddresses(Indices indices) {
    this.reader = new StoreReader(Objects.requireNonNull(indices));
  }

  /// Those of these ids ([letopis.document.DocumentId] of an address) that are closed, in real
  /// time.
  public Set<String> among(Collection<String> ids) throws IOException {
    return ids.isEmpty() ? Set.of() : asked.ask(ids);
  }

  private List<Set<String>> closed(List<Collection<String>> questions) throws IOException {
    Set<String> all =
        questions.stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet());
    Set<String> closed =
        reader.addresses(all).entrySet().stream()
            .filter(entry -> entry.getValue().takenDownAt().isPresent())
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return questions.stream()
        .map(ids -> ids.stream().filter(closed::contains).collect(Collectors.toUnmodifiableSet()))
        .toList();
  }
}
