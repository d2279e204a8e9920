package letopis.app;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/// A progress line on stderr, redrawn a few times a second; nothing at all where there is no
/// terminal. Safe for use by many threads.
public final class Progress implements AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final int BAR = 30;

  private final PrintStream out;
  private final boolean shown;
  private final String what;
  private final OptionalLong total;
  private final long begin = System.nanoTime();
  private long done;
  private long drawn;

  private Progress(PrintStream out, boolean shown, String what, OptionalLong total) {
    this.out = out;
    this.shown = shown;
    this.what = Objects.requireNonNull(what);
    this.total = total;
  }

  /// Starts a line: `importing  [#####-----] 51% 5,100 of 10,000, 830/s`.
  ///
  /// @param what such as `importing`
  /// @param total how much there is to do, when that is known
  public static Progress of(String what, OptionalLong total, CommonOptions options) {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal() && !options.json();
    return new Progress(System.err, terminal, what, total);
  }

  /// So much more is done.
  public synchronized void add(long more) {
    done += more;
    long now = System.nanoTime();
    if (shown && now - drawn > REDRAW.toNanos()) {
      drawn = now;
      out.print("\r" + line() + "\u001b[K");
      out.flush();
    }
  }

  private String line() {
    double seconds = (System.nanoTime() - begin) / 1e9;
    String rate = String.format(Locale.ROOT, "%,.0f/s", done / Math.max(seconds, 0.001));
    if (total.isEmpty() || total.getAsLong() <= 0) {
      return String.format(Locale.ROOT, "%s  %,d, %s", what, done, rate);
    }
    double share = Math.min(1, (double) done / total.getAsLong());
    int filled = (int) Math.round(share * BAR);
    return String.format(
        Locale.ROOT,
        "%s  [%s%s] %d%% %,d of %,d, %s",
        what,
        "#".repeat(filled),
        "-".repeat(BAR - filled),
        Math.round(share * 100),
        done,
        total.getAsLong(),
        rate);
  }

  /// Takes the line away.
  @Override
  public synchronized void close() {
    if (shown) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }
}
