package letopis.index.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import letopis.index.state.Leases.Lease;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private static final Duration LASTS = Duration.ofSeconds(30);

  @Test
  void oneThatCannotBeAskedForCostsTheOthersNothing() throws Exception {
    Leases leases = new Leases(TestElasticsearch.freshIndices(), "ours", Clock.systemUTC());
    Lease good = leases.acquire("good.example", LASTS).orElseThrow();
    // Elasticsearch takes this name in a bulk request, where its version is wrong, and refuses to
    // look it up.
    Lease odd = new Lease("odd/name", good.until(), new Versioned<>(good.version().value(), 7, 1));

    Map<String, Lease> renewed = leases.renew(List.of(good, odd), LASTS);

    assertThat(renewed).containsEntry("odd/name", odd).containsKey("good.example");
    Lease again = renewed.get("good.example");
    assertThat(again.version()).isNotEqualTo(good.version());
    assertThat(leases.renew(again, LASTS)).isPresent();
  }
}
