package letopis.bench.resilience;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import letopis.elasticsearch.Credentials;

/// A Letopis of its own, run from the same jar or classes as this one, that can be killed.
final class LetopisProcess implements AutoCloseable {
  private static final long TICK_MILLIS = 5;

  private final Process process;

  private LetopisProcess(Process process) {
    this.process = process;
  }

  /// Starts a command.
  ///
  /// @param log where its output is appended
  /// @param user for `--elasticsearch`
  static LetopisProcess start(List<String> arguments, Path log, Credentials user)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
    String zip = System.getProperty("letopis.elasticsearch.zip", "");
    if (!zip.isEmpty()) {
      command.add("-Dletopis.elasticsearch.zip=" + zip);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "letopis.cli.Main"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment(user));
    return new LetopisProcess(builder.start());
  }

  private static Map<String, String> environment(Credentials user) {
    return switch (user) {
      case Credentials.Password password ->
          Map.of("LETOPIS_ES_USER", password.user(), "LETOPIS_ES_PASSWORD", password.password());
      case Credentials.ApiKey key -> Map.of("LETOPIS_ES_API_KEY", key.encoded());
      case Credentials.None _ -> Map.of();
    };
  }

  /// Waits until something is so or the process has ended.
  ///
  /// @return whether it still runs
  boolean runsUntil(BooleanSupplier reached) throws InterruptedException {
    while (!reached.getAsBoolean()) {
      if (process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return process.isAlive();
  }

  /// Waits for its end.
  ///
  /// @return its exit code
  int end() throws InterruptedException {
    return process.waitFor();
  }

  /// `kill -9`.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// `kill`, and waits for the end.
  void terminate() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /// Kills it if it still runs.
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
