package letopis.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import letopis.document.Document;
import letopis.support.TestDocuments;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class TakedownTest {
  private final Indices indices = TestElasticsearch.freshIndices();
  private final DocumentStore store = new DocumentStore(indices);
  private final Takedown takedown = new Takedown(indices, Clock.systemUTC());

  @Test
  void whatIsTakenDownIsGoneWithItsPastVersionsAndCannotComeBack() throws Exception {
    Document first = TestDocuments.full("https://example.org/gone");
    Document second = TestDocuments.revised(first, "Другое", Instant.parse("2026-03-01T00:00:00Z"));
    store.write(List.of(first, second, TestDocuments.full("https://example.org/stays")));
    Takedown.Taken taken = takedown.address("https://example.org/gone", "просьба автора");
    assertThat(taken.versions()).isEqualTo(2);
    assertThat(taken.addresses())
        .containsExactlyInAnyOrder("https://example.org/gone", "https://example.org/gone/amp");
    assertThat(store.get(first.id())).isEmpty();
    assertThat(store.find("https://example.org/gone/amp")).isEmpty();
    assertThat(store.find("https://example.org/stays")).isPresent();
    assertThat(causes(store.write(List.of(second)))).containsExactly(Outcome.Cause.TAKEN_DOWN);
    Document underAlias = TestDocuments.full("https://example.org/gone/amp");
    assertThat(causes(store.write(List.of(underAlias)))).containsExactly(Outcome.Cause.TAKEN_DOWN);
    assertThat(takedown.address("https://example.org/gone", "again").versions()).isZero();
  }

  @Test
  void anAddressThatIsNotThereYetIsClosedForTheFuture() throws Exception {
    assertThat(takedown.address("https://example.org/later", "суд").versions()).isZero();
    assertThat(causes(store.write(List.of(TestDocuments.full("https://example.org/later")))))
        .containsExactly(Outcome.Cause.TAKEN_DOWN);
    assertThat(takedown.document("no-such-id", "x")).isEmpty();
  }

  private static List<Outcome.Cause> causes(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(Outcome.Rejected.class::isInstance)
        .map(outcome -> ((Outcome.Rejected) outcome).cause())
        .toList();
  }
}
