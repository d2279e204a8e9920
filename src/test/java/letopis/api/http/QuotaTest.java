package letopis.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final Duration EACH = Duration.ofMillis(4);

  /// Has nothing to spare so many times.
  private static Quota after(int times, Duration wait) {
    AtomicInteger left = new AtomicInteger(times);
    return new Quota() {
      @Override
      public Optional<Duration> takeSpare() {
        return left.getAndDecrement() > 0 ? Optional.of(wait) : Optional.empty();
      }

      @Override
      public Duration forSome(int count) {
        return Duration.ZERO;
      }

      @Override
      public Map<String, String> headers() {
        return Map.of();
      }
    };
  }

  private static int signs(Quota quota) throws Exception {
    AtomicInteger signs = new AtomicInteger();
    quota.awaitSpare(EACH, signs::incrementAndGet);
    return signs.get();
  }

  @Test
  void whoWaitsLongIsGivenSignsOfLifeHoweverTheWaitIsCut() throws Exception {
    assertThat(signs(after(0, EACH))).isZero();
    assertThat(signs(after(3, Duration.ofMillis(1)))).isZero();
    assertThat(signs(after(9, Duration.ofMillis(1)))).isEqualTo(2);
    assertThat(signs(after(3, Duration.ofHours(1)))).isEqualTo(3);
  }

  @Test
  void theWaitEndsWhenNobodyTakesTheSign() {
    Quota quota = after(Integer.MAX_VALUE, EACH);
    assertThatThrownBy(
            () ->
                quota.awaitSpare(
                    EACH,
                    () -> {
                      throw new IOException("gone");
                    }))
        .isInstanceOf(IOException.class);
  }
}
