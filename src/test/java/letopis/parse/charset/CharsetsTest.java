package letopis.parse.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import letopis.parse.charset.Charsets.Decoded;
import letopis.parse.charset.Charsets.Evidence;
import letopis.parse.charset.Charsets.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
  private static final String RUSSIAN =
      "В Благовещенске ночью загорелся жилой дом. Пожарные прибыли через семь минут, жильцов"
          + " вывели на улицу; пострадавших, по словам очевидцев, нет.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "windows-1251",
        "KOI8-R",
        "IBM866",
        "ISO-8859-5",
        "x-MacCyrillic",
        "IBM855",
        "UTF-8",
        "UTF-16LE",
        "UTF-16BE"
      })
  void unlabelledRussianIsReadInAnyOfItsCharacterSets(String name) {
    Decoded decoded =
        Charsets.decode(RUSSIAN.getBytes(Charset.forName(name)), Optional.empty(), Kind.TEXT);
    assertThat(decoded.text()).isEqualTo(RUSSIAN);
  }

  @Test
  void validUtf8BeatsALyingHeaderAndALyingProlog() {
    String xml = "<?xml version='1.0' encoding='windows-1251'?><t>" + RUSSIAN + "</t>";
    Decoded decoded =
        Charsets.decode(
            xml.getBytes(StandardCharsets.UTF_8),
            Optional.of("text/xml; charset=koi8-r"),
            Kind.XML);
    assertThat(decoded.text()).isEqualTo(xml);
    assertThat(decoded.evidence()).isEqualTo(Evidence.VALID_UTF8);
  }

  @ParameterizedTest
  @CsvSource({
    "koi8-r, windows-1251",
    "windows-1251, koi8-r",
    "utf-8, windows-1251",
    "iso-8859-1, windows-1251",
    "ibm866, windows-1251",
    "utf-16, windows-1251"
  })
  void aPrologThatMakesLetterSaladLosesToTheBytes(String claimed, String real) {
    String xml = "<?xml version='1.0' encoding='" + claimed + "'?><t>" + RUSSIAN + "</t>";
    byte[] bytes = xml.getBytes(Labels.find(real).orElseThrow());
    assertThat(Charsets.decode(bytes, Optional.empty(), Kind.XML).text()).isEqualTo(xml);
  }

  @Test
  void aLyingHeaderLosesToTheLabelInside() {
    String html = "<html><head><meta charset=windows-1251></head><p>" + RUSSIAN;
    byte[] bytes = html.getBytes(Charset.forName("windows-1251"));
    Decoded decoded = Charsets.decode(bytes, Optional.of("text/html; charset=UTF-8"), Kind.HTML);
    assertThat(decoded.text()).isEqualTo(html);
    assertThat(decoded.evidence()).isEqualTo(Evidence.LABEL);
  }

  @Test
  void utf8WithACharacterCutInTwoStaysUtf8() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(RUSSIAN.getBytes(StandardCharsets.UTF_8));
    bytes.write(0xd0);
    bytes.write(" … конец".getBytes(StandardCharsets.UTF_8));
    Decoded decoded =
        Charsets.decode(bytes.toByteArray(), Optional.of("text/plain; charset=utf-8"), Kind.TEXT);
    assertThat(decoded.text()).isEqualTo(RUSSIAN + "\ufffd … конец");
  }

  @Test
  void aByteOrderMarkDecidesAndIsNotPartOfTheText() {
    byte[] bytes = "\ufeffДа".getBytes(StandardCharsets.UTF_16LE);
    Decoded decoded = Charsets.decode(bytes, Optional.of("text/html; charset=cp1251"), Kind.HTML);
    assertThat(decoded).isEqualTo(new Decoded("Да", StandardCharsets.UTF_16LE, Evidence.BOM));
  }

  @ParameterizedTest
  @CsvSource({
    "CP1251, windows-1251",
    "latin1, windows-1252",
    "us-ascii, windows-1252",
    "gb2312, GB18030",
    "euc-kr, x-windows-949",
    "shift_jis, windows-31j",
    "koi8, KOI8-R",
    "cp866, IBM866",
    "x-mac-ukrainian, x-MacCyrillic",
    "utf8, UTF-8",
    "iso-8859-9, windows-1254"
  })
  void labelsMeanWhatTheWebMeansByThem(String label, String charset) {
    assertThat(Labels.find(" " + label + " ")).contains(Charset.forName(charset));
  }

  @Test
  void aLonePoundSignOrEllipsisIsWestern() {
    for (String text : List.of("a lift £825. now", "zij al… Ach", "caf\u00e9")) {
      byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
      assertThat(Charsets.decode(bytes, Optional.empty(), Kind.TEXT).text()).isEqualTo(text);
    }
    byte[] yes = "Да".getBytes(Charset.forName("windows-1251"));
    assertThat(Charsets.decode(yes, Optional.empty(), Kind.TEXT).text()).isEqualTo("Да");
  }

  @Test
  void anyBytesGiveText() {
    Random random = new Random(7);
    List<String> labels =
        List.of("utf-8", "utf-16", "gbk", "iso-2022-jp", "nonsense", "windows-1251");
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[random.nextInt(300)];
      random.nextBytes(bytes);
      String label = labels.get(i % labels.size());
      for (Kind kind : Kind.values()) {
        assertThat(Charsets.decode(bytes, Optional.of("text/x; charset=" + label), kind).text())
            .isNotNull();
      }
    }
  }
}
