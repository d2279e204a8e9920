package letopis.bench.feeds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import letopis.fetch.RobotsTxt;
import letopis.parse.source.SourceReader;

/// Gives readers real files with bytes changed, cut, doubled and spliced; whatever comes, there
/// must be an answer, and soon.
final class Mutations {
  private static final int MOST_BYTES = 60_000;
  private static final int MOST_CHANGES = 12;
  private static final URI PAGE = URI.create("https://e.example/s/f");
  private static final URI ASKED = URI.create("https://e.example/news/1?a=" + "ab".repeat(100));
  private static final String[] PIECES = {
    "<![CDATA[",
    "]]>",
    "<!--",
    "<!DOCTYPE a [",
    "&#x110000;",
    "&amp",
    "<item>",
    "</channel>",
    "<entry>",
    "<url><loc>",
    "\u0000",
    "\ufeff",
    "<?xml encoding='utf-16'?>",
    "{\"feed\":[",
    "[[[[",
    "xml:base='http://[::1'",
    "\u001b$B",
    "\nUser-agent: *\nDisallow: /*$*$*$"
  };

  private final SourceReader sources = new SourceReader(200);

  /// What came of them.
  ///
  /// @param crashes what was thrown, and by which input
  /// @param longest of one input
  record Result(int inputs, List<String> crashes, Duration longest) {}

  /// Mutates feeds, posts and sitemaps.
  Result documents(Map<String, byte[]> seeds, int count) {
    return run(
        seeds,
        count,
        (bytes, number) ->
            sources.read(
                FeedSuites.input(
                    bytes,
                    number % 3 == 0 ? Optional.of("text/xml; charset=koi8-r") : Optional.empty(),
                    PAGE)));
  }

  /// Mutates robots files and asks each about an address.
  Result robots(Map<String, byte[]> seeds, int count) {
    return run(seeds, count, (bytes, _) -> RobotsTxt.parse(bytes).check("Letopis", ASKED));
  }

  private interface Reader {
    Object read(byte[] bytes, int number);
  }

  private static Result run(Map<String, byte[]> seeds, int count, Reader reader) {
    List<String> names = List.copyOf(seeds.keySet());
    List<String> crashes = new ArrayList<>();
    long longest = 0;
    for (int i = 0; i < count && !names.isEmpty(); i++) {
      String name = names.get(i % names.size());
      byte[] input = mutated(seeds.get(name), new Random(i));
      long begin = System.nanoTime();
      try {
        reader.read(input, i);
      } catch (RuntimeException | StackOverflowError e) {
        crashes.add("mutation " + i + " of " + name + ": " + e);
      }
      longest = Math.max(longest, System.nanoTime() - begin);
    }
    return new Result(names.isEmpty() ? 0 : count, crashes, Duration.ofNanos(longest));
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = Arrays.copyOf(seed, Math.min(seed.length, MOST_BYTES));
    for (int n = random.nextInt(MOST_CHANGES) + 1; n > 0 && bytes.length > 4; n--) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + random.nextInt(500));
      String piece = PIECES[random.nextInt(PIECES.length)];
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 2 -> bytes = spliced(bytes, at, piece.getBytes(StandardCharsets.UTF_8), 0);
        case 3 -> bytes = spliced(bytes, at, new byte[0], random.nextInt(200));
        default -> bytes = spliced(bytes, at, Arrays.copyOfRange(bytes, at, end), 0);
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int at, byte[] piece, int removed) {
    int rest = Math.min(bytes.length, at + removed);
    byte[] out = Arrays.copyOf(bytes, at + piece.length + bytes.length - rest);
    System.arraycopy(piece, 0, out, at, piece.length);
    System.arraycopy(bytes, rest, out, at + piece.length, bytes.length - rest);
    return out;
  }
}
