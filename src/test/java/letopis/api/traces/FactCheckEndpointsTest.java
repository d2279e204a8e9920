package letopis.api.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import letopis.search.ReviewSearch;
import org.junit.jupiter.api.Test;

class FactCheckEndpointsTest {
  @Test
  void noPageIsNamedThatWouldBeRefused() {
    ReviewSearch.Page many = new ReviewSearch.Page(20_000, List.of(), Map.of());
    assertThat(FactCheckEndpoints.page(many, 9_970, 30).has("next_offset")).isTrue();
    assertThat(FactCheckEndpoints.page(many, 9_990, 30).has("next_offset")).isFalse();
  }
}
