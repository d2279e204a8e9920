package letopis.app;

import java.util.Objects;

/// A command cannot do what it was asked; the message is printed as it is and the exit code is 1,
/// or 2 when the request itself was wrong.
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What picocli and all of ours return when the command line is wrong.
  private static final int WRONG_USAGE = 2;

  private final int exitCode;

  private CommandFailure(int exitCode, String message) {
    super(Objects.requireNonNull(message));
    this.exitCode = exitCode;
  }

  /// It could not be done: exit code 1.
  public static CommandFailure failed(String message) {
    return new CommandFailure(1, message);
  }

  /// It makes no sense as asked: exit code 2.
  public static CommandFailure wrongUsage(String message) {
    return new CommandFailure(WRONG_USAGE, message);
  }

  /// 1 failed, 2 wrong usage.
  public int exitCode() {
    return exitCode;
  }
}
