package letopis.crawl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import letopis.index.state.CoverageState;
import letopis.index.state.SourceState;
import letopis.sources.Access;
import letopis.sources.Source;
import letopis.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// VK refuses with status 200.
class VkRefusalIT {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir Path folder;

  @Test
  void aUsedUpDayIsNoChangedLayoutAndVkIsLeftAloneForAnHour() throws Exception {
    MovableClock clock = new MovableClock(START);
    Source source = CrawlRig.source("vk-gazeta", new Access.Vk("gazeta"));
    String error = "{\"error\":{\"error_code\":29,\"error_msg\":\"Rate limit reached\"}}";
    try (CrawlRig rig =
        CrawlRig.of(
            request ->
                CrawlRig.answer(
                    request.url(), "application/json", error.getBytes(UTF_8), clock.instant()),
            folder,
            clock,
            List.of(source))) {
      for (int i = 0; i < 3; i++) {
        rig.crawl(source);
        clock.forward(Duration.ofMinutes(10));
      }
      SourceState state = rig.state(source);
      assertThat(state.last().orElseThrow().state()).isEqualTo(CoverageState.BLOCKED);
      assertThat(state.last().orElseThrow().detail()).contains("the day's limit of calls");
      assertThat(state.health().alarm()).isEmpty();
      assertThat(rig.pipeline.due()).isEmpty();
      clock.forward(Duration.ofMinutes(45));
      assertThat(rig.pipeline.due()).isEmpty();
    }
  }
}
