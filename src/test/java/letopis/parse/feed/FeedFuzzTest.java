package letopis.parse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import letopis.parse.SourceReader;
import org.junit.jupiter.api.Test;

/// Mutated feeds, sitemaps, channel pages and API answers: none may throw or take long.
/// `-Dletopis.fuzz=10000` sets the number of inputs.
class FeedFuzzTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);
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
    "\u0000",
    "\ufeff",
    "<?xml encoding='utf-16'?>",
    "{\"feed\":[",
    "[[[[",
    "xml:base='http://[::1'",
    "\u001b$B"
  };

  @Test
  void mutatedInputsNeverThrowOrHang() throws IOException {
    int wanted = Integer.getInteger("letopis.fuzz", 400);
    List<byte[]> seeds = seeds();
    Random random = new Random(20261123);
    SourceReader reader = new SourceReader(200);
    Duration longest = Duration.ZERO;
    for (int i = 0; i < wanted; i++) {
      byte[] input = mutated(seeds.get(i % seeds.size()), random);
      Instant begin = Instant.now();
      try {
        assertThat(
                reader.read(
                    FeedCorpus.input(input, contentType(i), URI.create("https://e.org/s/f"))))
            .isNotNull();
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("input " + i + " of seed " + i % seeds.size(), e);
      }
      Duration took = Duration.between(begin, Instant.now());
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    System.out.println(
        "fuzz: " + wanted + " inputs, 0 failures, longest " + longest.toMillis() + " ms");
    assertThat(longest).isLessThan(LONGEST);
  }

  private static Optional<String> contentType(int i) {
    return i % 3 == 0 ? Optional.of("text/xml; charset=koi8-r") : Optional.empty();
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] bytes = Arrays.copyOf(seed, Math.min(seed.length, 60_000));
    for (int n = random.nextInt(12) + 1; n > 0 && bytes.length > 4; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
        case 2 ->
            bytes =
                spliced(
                    bytes,
                    at,
                    PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8),
                    0);
        case 3 -> bytes = spliced(bytes, at, new byte[0], random.nextInt(200));
        default ->
            bytes =
                spliced(
                    bytes,
                    at,
                    Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + random.nextInt(500))),
                    0);
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

  /// Real feeds where they are present, and one small document of each kind anyway.
  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String seed :
        new String[] {
          "<rss version='2.0'><channel><title>T</title><item><title>A</title><link>http://e.org/1</link><pubDate>Mon,"
              + " 1 Jan 2024 10:00:00 +0300</pubDate></item></channel></rss>",
          "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><link"
              + " href='/1'/><updated>2024-01-01T00:00:00Z</updated></entry></feed>",
          "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"url\":\"http://e.org\"}]}",
          "<urlset><url><loc>http://e.org/1</loc><lastmod>2024-01-01</lastmod></url></urlset>",
          "<section class='tgme_channel_history'><div class='tgme_widget_message'"
              + " data-post='a/1'><div class='tgme_widget_message_text'>x<br>y</div><a"
              + " class='tgme_widget_message_date' href='https://t.me/a/1'><time"
              + " datetime='2024-01-01T00:00:00+00:00'></time></a></div></section>",
          "{\"response\":{\"count\":1,\"items\":[{\"id\":1,\"owner_id\":-1,\"from_id\":-1,\"date\":1,\"text\":\"[club1|A]\"}]}}",
          "[{\"id\":\"1\",\"created_at\":\"2024-01-01T00:00:00Z\",\"account\":{\"id\":\"1\",\"acct\":\"a\"},\"content\":\"<p>x</p>\"}]",
          "{\"feed\":[{\"post\":{\"uri\":\"at://did/app/1\",\"record\":{\"text\":\"x\",\"facets\":[{\"index\":{\"byteStart\":0,\"byteEnd\":1},\"features\":[{\"uri\":\"http://e.org\"}]}]}}}]}"
        }) {
      seeds.add(seed.getBytes(StandardCharsets.UTF_8));
    }
    if (java.nio.file.Files.isDirectory(
        java.nio.file.Path.of(System.getProperty("letopis.realdata")))) {
      FeedCorpus.sets()
          .values()
          .forEach(files -> files.stream().limit(40).forEach(file -> seeds.add(file.bytes())));
    }
    return seeds;
  }
}
