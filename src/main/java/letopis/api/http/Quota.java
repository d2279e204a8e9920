package letopis.api.http;

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
  default void awaitSpare() throws InterruptedException {
    for (Optional<Duration> wait = takeSpare(); wait.isPresent(); wait = takeSpare()) {
      Thread.sleep(wait.get());
    }
  }
}
