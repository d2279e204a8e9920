package letopis.bench.extract;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import letopis.parse.PageInput;
import letopis.parse.charset.Charsets;
import letopis.parse.page.PageExtractor;
import org.jsoup.Jsoup;

/// What extraction costs, and what broken pages do to it.
final class Endurance {
  private static final int PAGES = 600;
  private static final long SLOW_MILLIS = 5_000;

  private static final int WARM = 5;
  private static final int ROUNDS = 3;
  private static final Charsets.Kind HTML = Charsets.Kind.HTML;

  /// Pieces of the smallest page of a shape.
  private static final int FEW = 500;

  private final List<GoldPage> pages;
  private final PageExtractor extractor;

  Endurance(List<GoldPage> all, PageExtractor extractor) {
    List<GoldPage> some = new ArrayList<>(all);
    java.util.Collections.shuffle(some, new Random(11));
    this.pages = List.copyOf(some.subList(0, Math.min(PAGES, some.size())));
    this.extractor = extractor;
  }

  /// CPU time of one thread over the same pages, page by page in turn: `jsoup.parse` of the decoded
  /// text, the decoding, and extraction, of which both are a part. First rounds warm the compiler.
  void speed(PrintWriter out) {
    long parsing = 0;
    long decoding = 0;
    long whole = 0;
    for (int round = 0; round < WARM + ROUNDS; round++) {
      if (round == WARM) {
        parsing = 0;
        decoding = 0;
        whole = 0;
      }
      for (GoldPage page : pages) {
        PageInput input = ExtractBench.input(page);
        String text = Charsets.decode(input.bytes(), input.contentType(), HTML).text();
        String base = input.url().map(Object::toString).orElse("");
        parsing += nanos(() -> Jsoup.parse(text, base));
        decoding += nanos(() -> readThrough(input));
        whole += nanos(() -> extractor.extract(input));
      }
    }
    double times = 1e6 * ROUNDS * pages.size();
    long besides = whole - parsing - decoding;
    out.printf(
        Locale.ROOT,
        "%nspeed, %d pages: jsoup.parse %.2f ms, decode %.2f ms, extractor besides %.2f ms a page;"
            + " extractor / parse = %.2f%n",
        pages.size(),
        parsing / times,
        decoding / times,
        besides / times,
        (double) besides / parsing);
  }

  /// Decoding is done while it is read, as the parser does it, into a small array.
  private static int readThrough(PageInput input) {
    char[] some = new char[2048];
    int chars = 0;
    try (Reader reader = Charsets.read(input.bytes(), input.contentType(), HTML)) {
      for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
        chars += read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return chars;
  }

  /// Which stages of extraction the time goes to; after [#speed], which warms the compiler.
  void stages(PrintWriter out) throws IOException {
    LongAdder whole = new LongAdder();
    StageProfile profile =
        StageProfile.of(
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                for (GoldPage page : pages) {
                  PageInput input = ExtractBench.input(page);
                  whole.add(nanos(() -> extractor.extract(input)));
                }
              }
            });
    profile.print(out, whole.sum() / 1e6 / ROUNDS / pages.size());
  }

  /// CPU time of pages that have one piece some times, ten and a hundred times as often, and of
  /// parsing the largest; the least of a few runs each.
  void growth(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%ngrowth, CPU ms%39s %9s %9s %7s %7s %9s%n",
        FEW + " times",
        FEW * 10,
        FEW * 100,
        "x 10",
        "x 100",
        "parse");
    for (Shape shape : Shape.ALL) {
      shapeMillis(shape.page(FEW), 3);
      double few = shapeMillis(shape.page(FEW), 5);
      double more = shapeMillis(shape.page(FEW * 10), 3);
      String largest = shape.page(FEW * 100);
      double most = shapeMillis(largest, 2);
      double parse = leastMillis(() -> Jsoup.parse(largest), 2);
      out.printf(
          Locale.ROOT,
          "  %-43s %9.2f %9.1f %9.0f %7.1f %7.1f %9.0f%n",
          shape,
          few,
          more,
          most,
          more / few,
          most / few,
          parse);
    }
  }

  private double shapeMillis(String page, int runs) {
    PageInput input = Shape.input(page);
    return leastMillis(() -> extractor.extract(input), runs);
  }

  private static double leastMillis(Supplier<Object> work, int runs) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < runs; i++) {
      least = Math.min(least, nanos(work));
    }
    return least / 1e6;
  }

  private static long nanos(Supplier<Object> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    Objects.requireNonNull(work.get());
    return threads.getCurrentThreadCpuTime() - start;
  }

  /// Extracts pages with bytes changed, cut, doubled and spliced; everything must give an answer.
  void mutations(PrintWriter out, int count) {
    AtomicInteger crashed = new AtomicInteger();
    AtomicInteger slow = new AtomicInteger();
    AtomicLong longest = new AtomicLong();
    IntStream.range(0, count)
        .parallel()
        .forEach(
            i -> {
              Random random = new Random(i);
              GoldPage page = pages.get(i % pages.size());
              byte[] bytes =
                  mutate(page.bytes(), pages.get(random.nextInt(pages.size())).bytes(), random);
              long start = System.nanoTime();
              try {
                extractor.extract(PageInput.of(bytes, page.url(), ExtractBench.NOW));
              } catch (RuntimeException | StackOverflowError e) {
                crashed.incrementAndGet();
                out.println("  mutation " + i + " of " + page.set() + "/" + page.id() + ": " + e);
              }
              long millis = (System.nanoTime() - start) / 1_000_000;
              longest.accumulateAndGet(millis, Math::max);
              slow.addAndGet(millis > SLOW_MILLIS ? 1 : 0);
            });
    out.printf(
        Locale.ROOT,
        "mutations, %d pages: %d crashed, %d slower than %d ms, longest %d ms%n",
        count,
        crashed.get(),
        slow.get(),
        SLOW_MILLIS,
        longest.get());
  }

  private static byte[] mutate(byte[] page, byte[] other, Random random) {
    byte[] bytes = page.clone();
    if (bytes.length == 0) {
      return bytes;
    }
    for (int round = 0; round <= random.nextInt(3); round++) {
      int at = random.nextInt(bytes.length);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> flip(bytes, random);
            case 1 -> Arrays.copyOf(bytes, at + 1);
            case 2 ->
                splice(bytes, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 5000)));
            case 3 -> splice(bytes, at, Arrays.copyOf(other, Math.min(other.length, 20_000)));
            default ->
                splice(
                    bytes,
                    at,
                    "<div><b><table><a>"
                        .repeat(random.nextInt(400))
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
          };
    }
    return bytes;
  }

  private static byte[] flip(byte[] bytes, Random random) {
    for (int i = 0; i < 1 + bytes.length / 500; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static byte[] splice(byte[] bytes, int at, byte[] piece) {
    byte[] joined = new byte[bytes.length + piece.length];
    System.arraycopy(bytes, 0, joined, 0, at);
    System.arraycopy(piece, 0, joined, at, piece.length);
    System.arraycopy(bytes, at, joined, at + piece.length, bytes.length - at);
    return joined;
  }
}
