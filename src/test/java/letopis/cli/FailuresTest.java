package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  @Test
  void numbersHaveAPointInEveryLocale() throws IOException, InterruptedException {
    assertThat(run("-Duser.language=ru", Numbers.class).said()).endsWith("0.50");
  }

  /// Writes a number when the command is done.
  static final class Numbers {
    public static void main(String[] args) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.printf("%.2f", 0.5)));
      Main.main(new String[] {"--version"});
    }
  }

  private record Run(int code, String said) {}

  private static Run run(String option, Class<?> main) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                option,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said.strip());
  }

  @Test
  void whatFailsBecauseTheProcessWasToldToEndIsNoBug() throws IOException, InterruptedException {
    assertThat(run("-Xss1m", Ended.class)).isEqualTo(new Run(143, "letopis: stopped"));
  }

  @Test
  void aPortThatIsTakenIsSaidBeforeAnythingIsStarted(@TempDir Path data) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      for (String command : List.of("up", "demo")) {
        assertThat(said(command, "--data", data.toString(), "--port", port))
            .startsWith("1: letopis: port " + port + " of 127.0.0.1 cannot be opened (")
            .doesNotContain("Starting");
      }
    }
    assertThat(said("up", "--data", data.toString(), "--host", "0.0.0.0", "--port", "0"))
        .startsWith("2: letopis: --host 0.0.0.0 listens beyond this machine")
        .doesNotContain("Starting");
    assertThat(data.resolve("elasticsearch")).doesNotExist();
  }

  @Test
  void aTraceInALanguageThatIsNoneIsRefusedInsteadOfFindingNothing(@TempDir Path data) {
    assertThat(said("trace", "--data", data.toString(), "--lang", "russian", "вода из крана"))
        .isEqualToIgnoringNewLines(
            "2: letopis: --lang: a language code such as ru is expected, not \"russian\"");
  }

  private static String said(String... command) {
    StringWriter err = new StringWriter();
    int code = Main.commandLine().setErr(new PrintWriter(err, true)).execute(command);
    return code + ": " + err;
  }

  @Test
  void helpOfTheDemoNamesItsOwnFolder() {
    String help =
        Main.commandLine().getSubcommands().get("demo").getUsageMessage(CommandLine.Help.Ansi.OFF);
    assertThat(help).contains("(default: data-demo)").contains("(default: 8080)");
    String other =
        Main.commandLine().getSubcommands().get("up").getUsageMessage(CommandLine.Help.Ansi.OFF);
    assertThat(other).contains("(default: data)");
  }

  /// A process that is told to end while its command works, as by a signal.
  @Command(name = "ended")
  static final class Ended implements Runnable {
    private final CountDownLatch ending = new CountDownLatch(1);
    private final CountDownLatch failed = new CountDownLatch(1);

    public static void main(String[] args) {
      Ended ended = new Ended();
      Runtime.getRuntime().addShutdownHook(new Thread(ended::hook));
      Thread signal = new Thread(() -> System.exit(143));
      signal.setDaemon(true);
      signal.start();
      new CommandLine(ended).setExecutionExceptionHandler(new Failures()).execute();
      ended.failed.countDown();
    }

    private void hook() {
      ending.countDown();
      await(failed);
    }

    @Override
    public void run() {
      await(ending);
      throw new IllegalStateException("I/O reactor has been shut down");
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
