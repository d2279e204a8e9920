package letopis.api.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How much a caller may ask for in a minute. Thread-safe.
public interface Quota {
  /// Of whom nothing is counted.
  Quota UNLIMITED =
      new Quota() {
        @Override
        public Optional<Duration> takeSpare() {
          return Optional.empty();
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

  /// Takes what one answer more costs, unless less than half of a minute's requests would be left:
  /// those are for what people ask meanwhile.
  ///
  /// @return how long to wait for it, when there was none to spare
  Optional<Duration> takeSpare();

  /// In what time so many are earned.
  Duration forSome(int count);

  /// What the caller is told of it with every answer; nothing where nothing is counted.
  Map<String, String> headers();

  /// Takes what one answer more of a long work costs, as soon as there is some to spare.
  ///
  /// @param each after so long a wait, and again, the sign of life is given
  default void awaitSpare(Duration each, Sign sign) throws IOException, InterruptedException {
    Duration silent = Duration.ZERO;
    for (Optional<Duration> wait = takeSpare(); wait.isPresent(); wait = takeSpare()) {
      Duration part = wait.get().compareTo(each) < 0 ? wait.get() : each;
      Thread.sleep(part);
      silent = silent.plus(part);
      if (silent.compareTo(each) >= 0) {
        sign.give();
        silent = Duration.ZERO;
      }
    }
  }

  /// Shows who waits for an answer that it is still worked on; fails when nobody waits any more.
  @FunctionalInterface
  interface Sign {
    void give() throws IOException;
  }
}
