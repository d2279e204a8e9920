package letopis.parse.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import letopis.parse.charset.Charsets.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  private static final String TEXT =
      "ASCII that is longer than eight. Мост через реку, café, 橋, \ud83d\ude00, \ufffd; ";

  @Test
  void agreesWithThePlatformsStrictDecoderOnMutatedText() throws IOException {
    byte[] good = TEXT.repeat(3).getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = java.util.Arrays.copyOf(good, random.nextInt(good.length));
      for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Utf8 utf8 = Utf8.of(bytes);

      assertThat(utf8.isValid() ? Optional.of(text(utf8, random)) : Optional.<String>empty())
          .as("seed %d", seed)
          .isEqualTo(strict(bytes));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c080",
        "c1bf",
        "e08080",
        "eda080",
        "edbfbf",
        "f0808080",
        "f4908080",
        "f8888080",
        "80"
      })
  void refusesWhatRfc3629Forbids(String hex) {
    assertThat(Utf8.of(HexFormat.of().parseHex(hex)).isValid()).isFalse();
  }

  @Test
  void readsWhatDecodingGives() throws IOException {
    byte[] good = ("<p>" + TEXT).repeat(40).getBytes(StandardCharsets.UTF_8);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] bytes = good.clone();
      for (int i = random.nextInt(30); i > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      StringWriter read = new StringWriter();
      try (Reader reader = Charsets.read(bytes, Optional.empty(), Kind.HTML)) {
        reader.transferTo(read);
      }

      assertThat(read).hasToString(Charsets.decode(bytes, Optional.empty(), Kind.HTML).text());
    }
  }

  @Test
  void findsAByteWhereverItStands() {
    for (int at = 0; at < 40; at++) {
      byte[] bytes = new byte[40];
      bytes[at] = 0x1b;

      assertThat(Utf8.find(bytes, (byte) 0x1b, 0, 40)).isEqualTo(at);
      assertThat(Utf8.find(bytes, (byte) 0x1b, at + 1, 40)).isEqualTo(40);
    }
  }

  /// Reads pieces of all sizes, so that they end within runs and pairs.
  private static String text(Utf8 utf8, Random random) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] piece = new char[20];
    try (Reader reader = utf8.reader()) {
      int offset = random.nextInt(4);
      int read = reader.read(piece, offset, 1 + random.nextInt(16));
      while (read >= 0) {
        text.append(piece, offset, read);
        offset = random.nextInt(4);
        read = reader.read(piece, offset, 1 + random.nextInt(16));
      }
    }
    return text.toString();
  }

  private static Optional<String> strict(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
