package letopis.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import letopis.archive.WarcArchive;
import letopis.document.Document;
import letopis.support.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackZipTest {
  /// Its capture is of no file: whoever reads it fails.
  private static final Document SHOWN = asking(TestDocuments.full("https://example.org/1"), false);

  @TempDir private Path folder;

  @Test
  void savedCopiesOfAPageThatAsksNotToShowThemAreLeftOutAndThatIsSaid() throws IOException {
    Document asked =
        asking(
            TestDocuments.revised(SHOWN, "Ёлки нет", Instant.parse("2026-02-04T00:00:00Z")), true);
    Map<String, String> files = pack(List.of(SHOWN, asked));
    assertThat(files)
        .containsOnlyKeys("revision-1.json", "revision-2.json", "README.txt", "SHA256SUMS");
    assertThat(files.get("revision-1.json")).contains(SHOWN.capture().orElseThrow().digest());
    assertThat(files.get("README.txt"))
        .contains("noarchive", "  revision-1.warc.gz, revision-1.body\n", "revision-2.warc.gz")
        .contains("sha256sum -c");
  }

  @Test
  void aSavedCopyThatCannotBeReadIsSaidAndTakesNoOtherEvidenceAlong() throws IOException {
    Map<String, String> files = pack(List.of(SHOWN));
    assertThat(files).containsOnlyKeys("revision-1.json", "README.txt", "SHA256SUMS");
    assertThat(files.get("README.txt"))
        .contains("cannot read", "  revision-1.warc.gz, revision-1.body: no file ")
        .doesNotContain("noarchive", folder.toString());
  }

  @Test
  void thatAnImportedRecordHasNoSavedPageIsSaid() throws IOException {
    Document imported =
        new Document(
            SHOWN.id(),
            SHOWN.address(),
            SHOWN.publisher(),
            SHOWN.content(),
            SHOWN.times(),
            SHOWN.lineage(),
            Optional.empty(),
            false,
            SHOWN.extra());
    assertThat(pack(List.of(imported)).get("README.txt"))
        .contains("imported", "  revision-1.json\n")
        .doesNotContain("noarchive", "cannot read");
  }

  private Map<String, String> pack(List<Document> versions) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcArchive archive =
        WarcArchive.open(folder.resolve("warc"), 1 << 20, "test", Clock.systemUTC())) {
      PackZip zip = new PackZip(out);
      zip.versions("", versions, archive);
      zip.text("README.txt", zip.leftOut() + PackZip.CHECKS);
      zip.finish();
    }
    Map<String, String> files = new LinkedHashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return files;
  }

  private static Document asking(Document one, boolean noarchive) {
    return new Document(
        one.id(),
        one.address(),
        one.publisher(),
        one.content(),
        one.times(),
        one.lineage(),
        one.capture(),
        noarchive,
        one.extra());
  }
}
