package letopis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import letopis.app.CommandFailure;
import letopis.elasticsearch.Answer;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/// Turns what a command throws into one line for people and an exit code. `LETOPIS_TRACE=1` adds
/// the stack trace, for reports of bugs.
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (isEnding()) {
      // What the command used was closed under its hands: that says nothing of the command.
      err.println("letopis: stopped");
      return 1;
    }
    if ("1".equals(System.getenv("LETOPIS_TRACE"))) {
      thrown.printStackTrace(err);
    }
    if (thrown instanceof CommandFailure failure) {
      err.println("letopis: " + failure.getMessage());
      return failure.exitCode();
    }
    err.println("letopis: " + describe(thrown));
    return 1;
  }

  /// Whether the process was told to end, by a signal or from the keyboard.
  private static boolean isEnding() {
    Thread probe = new Thread();
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException _) {
      return true;
    }
  }

  private static String describe(Exception thrown) {
    return switch (thrown) {
      case Answer.Refused refused -> String.valueOf(refused.getMessage());
      case java.io.UncheckedIOException wrapped -> describe(wrapped.getCause());
      case java.net.ConnectException _ -> "Elasticsearch does not answer: " + thrown.getMessage();
      case java.nio.file.NoSuchFileException missing -> "there is no file " + missing.getFile();
      case java.nio.file.AccessDeniedException denied -> "no right to use " + denied.getFile();
      case IOException e -> e.getMessage() == null ? e.toString() : e.getMessage();
      case InterruptedException _ -> "interrupted";
      default -> "unexpected " + thrown + " (a bug; LETOPIS_TRACE=1 shows where)";
    };
  }
}
