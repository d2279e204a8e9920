package letopis.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import letopis.support.ForeignWarc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaczFileTest {
  private static final byte[] WARC =
      new ForeignWarc("WARC/1.1", true)
          .response(
              "https://page.example/1",
              Map.of(),
              ForeignWarc.http("Content-Type: text/html\r\n", "<p>Новость".getBytes(UTF_8)))
          .bytes();

  @TempDir Path folder;

  @Test
  void itsWarcFilesAreFoundAndUnpacked() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/rec-2.warc.gz", WARC);
    files.put("archive/rec-1.warc", WARC);
    files.put("pages/pages.jsonl", "{}".getBytes(UTF_8));
    files.put("indexes/index.cdx.gz", new byte[3]);
    files.put("datapackage.json", manifest("archive/rec-2.warc.gz", Digests.sha256(WARC)));
    Path unpacked = folder.resolve("out.warc");
    try (WaczFile wacz = WaczFile.open(zip(files))) {
      assertThat(wacz.warcs()).containsExactly("archive/rec-1.warc", "archive/rec-2.warc.gz");
      assertThat(wacz.extract("archive/rec-2.warc.gz", unpacked)).isTrue();
    }
    assertThat(unpacked).hasBinaryContent(WARC);
    try (WarcReader reader = WarcReader.open(unpacked)) {
      assertThat(reader.next()).get().isInstanceOf(WarcReader.Item.Page.class);
    }
  }

  @Test
  void aFileThatIsNotWhatThePackageSaysIsTold() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/rec.warc.gz", WARC);
    files.put("datapackage.json", manifest("archive/rec.warc.gz", Digests.sha256(new byte[1])));
    try (WaczFile wacz = WaczFile.open(zip(files))) {
      assertThat(wacz.extract("archive/rec.warc.gz", folder.resolve("out"))).isFalse();
    }
  }

  @Test
  void aBombIsRefusedBeforeItIsUnpacked() throws Exception {
    Path bomb = zip(Map.of("archive/rec.warc", new byte[64 << 20]));
    Path out = folder.resolve("out");
    try (WaczFile wacz = WaczFile.open(bomb)) {
      assertThatThrownBy(() -> wacz.extract("archive/rec.warc", out))
          .hasMessageContaining("more than 200 times");
    }
    assertThat(Files.size(out)).isLessThan(32 << 20);
  }

  @Test
  void otherZipsAndBrokenOnesSayWhatTheyAre() throws Exception {
    assertThatThrownBy(() -> WaczFile.open(zip(Map.of("a.txt", new byte[1]))))
        .isInstanceOf(NotWarc.class)
        .hasMessageContaining("without archive/*.warc.gz");
    Path torn = folder.resolve("torn.wacz");
    byte[] whole = Files.readAllBytes(zip(Map.of("archive/rec.warc.gz", WARC)));
    Files.write(torn, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThat(WaczFile.isZip(torn)).isTrue();
    assertThatThrownBy(() -> WaczFile.open(torn)).isInstanceOf(NotWarc.class);
  }

  @Test
  void aCutEntryIsSaidToBeCut() throws Exception {
    byte[] text = new byte[100_000];
    new Random(1).nextBytes(text);
    Path file = zip(Map.of("archive/rec.warc", text));
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int directory = zip.getInt(bytes.length - 6);
    zip.putInt(directory + 20, zip.getInt(directory + 20) / 2);
    Files.write(file, bytes);
    try (WaczFile wacz = WaczFile.open(file)) {
      assertThatThrownBy(() -> wacz.extract("archive/rec.warc", folder.resolve("out")))
          .isInstanceOf(NotWarc.class)
          .hasMessageContaining("cannot be unpacked");
    }
  }

  @Test
  void twoFilesOfOneNameAreRefused() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/rec-1.warc", WARC);
    files.put("archive/rec-2.warc", WARC);
    Path file = zip(files);
    String bytes = Files.readString(file, ISO_8859_1).replace("rec-2", "rec-1");
    Files.writeString(file, bytes, ISO_8859_1);
    assertThatThrownBy(() -> WaczFile.open(file))
        .isInstanceOf(NotWarc.class)
        .hasMessageContaining("two WARC files of one name");
  }

  @Test
  void namesWithControlCharactersAreNoWarcFiles() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/a\0.warc", WARC);
    files.put("archive/\u001b[2J.warc.gz", WARC);
    files.put("archive/запись.warc.gz", WARC);
    try (WaczFile wacz = WaczFile.open(zip(files))) {
      assertThat(wacz.warcs()).containsExactly("archive/запись.warc.gz");
    }
  }

  @Test
  void aBrokenPackageIsAsNone() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("archive/rec.warc.gz", WARC);
    files.put("datapackage.json", "{\"resources\":[{".getBytes(UTF_8));
    try (WaczFile wacz = WaczFile.open(zip(files))) {
      assertThat(wacz.extract("archive/rec.warc.gz", folder.resolve("out"))).isTrue();
    }
  }

  private static byte[] manifest(String path, String hash) {
    return """
    {"profile":"data-package","wacz_version":"1.1.1",
     "resources":[{"name":"rec","path":"%s","hash":"%s","bytes":1}]}
    """
        .formatted(path, hash)
        .getBytes(UTF_8);
  }

  private Path zip(Map<String, byte[]> files) throws IOException {
    Path file = Files.createTempFile(folder, "pack", ".wacz");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (var each : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    }
    return file;
  }
}
