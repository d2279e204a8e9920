package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import letopis.app.StillWaiting;
import org.junit.jupiter.api.Test;

class PrintedTextTest {
  @Test
  void aTitleCannotSpeakToTheTerminal() {
    String title = "Паводок \u001b]0;pwned\u0007 \u001b[2J\u009b31m\tв Зее\u007f";

    assertThat(printed(title))
        .isEqualTo("Паводок \\u001b]0;pwned\\u0007 \\u001b[2J\\u009b31m\tв Зее\\u007f\n");
    StringWriter one = new StringWriter();
    PrintWriter out = new PrintWriter(new PrintedText(one));
    out.write(0x1b);
    out.flush();
    assertThat(one).hasToString("\\u001b");
  }

  @Test
  void jsonSaysTheSameAfterwards() throws Exception {
    ObjectMapper json = new ObjectMapper();
    String text = "a \u001b[2J \u0085 \u009b b\u007f";

    assertThat(json.readValue(printed(json.writeValueAsString(text)), String.class))
        .isEqualTo(text);
  }

  @Test
  void theCommandLinePrintsSo() {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      Main.commandLine().getOut().println("Зея \u001b[2J");
    } finally {
      System.setOut(before);
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("Зея \\u001b[2J\n");
  }

  @Test
  void neitherDoesALogLine() throws Exception {
    LoggerContext context = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>)
            context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
    LoggingEvent event =
        new LoggingEvent(
            "",
            context.getLogger("x"),
            Level.WARN,
            "it says \u001b]0;pwned\u0007",
            new IOException("Зея\u009b2J"),
            null);

    assertThat(new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8))
        .contains(" WARN  x it says ?]0;pwned?\njava.io.IOException: Зея?2J\n\tat ");
    context.stop();
  }

  @Test
  void whoWaitsLongIsToldSo() throws Exception {
    CountDownLatch said = new CountDownLatch(2);
    PrintStream err =
        new PrintStream(new ByteArrayOutputStream()) {
          @Override
          public void println(String line) {
            assertThat(line).startsWith("It is still starting (0 s");
            said.countDown();
          }
        };
    try (StillWaiting _ = StillWaiting.say("It is still starting", Duration.ofMillis(1), err)) {
      assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static String printed(String text) {
    StringWriter out = new StringWriter();
    PrintWriter writer = new PrintWriter(new PrintedText(out));
    writer.print(text + "\n");
    writer.flush();
    return out.toString();
  }
}
