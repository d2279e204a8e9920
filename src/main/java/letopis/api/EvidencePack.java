package letopis.api;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.document.Document;

/// A ZIP that shows what was published and when, and can be checked without us: the WARC records as
/// they are kept, the payloads, the documents read from them with their times, citation lines, and
/// SHA-256 sums of all.
final class EvidencePack {
  private static final ObjectWriter JSON = Call.JSON.writerWithDefaultPrettyPrinter();
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter APA_DAY =
      DateTimeFormatter.ofPattern("yyyy, MMMM d", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final WarcArchive archive;
  private final List<Document> versions;
  private final Instant at;

  /// @param versions of one document, oldest first
  EvidencePack(WarcArchive archive, List<Document> versions, Instant at) {
    this.archive = archive;
    this.versions = List.copyOf(versions);
    this.at = at;
  }

  void write(OutputStream out) throws IOException {
    Map<String, String> sums = new LinkedHashMap<>();
    // Closing it would close the answer, which is not ours.
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    for (Document version : versions) {
      String name = "revision-" + version.lineage().revision();
      put(zip, sums, name + ".json", JSON.writeValueAsBytes(DocumentView.of(version)));
      if (version.capture().isPresent()) {
        CaptureRef ref = version.capture().get();
        put(zip, sums, name + ".warc.gz", records(ref));
        put(zip, sums, name + ".body", archive.read(ref).body());
      }
    }
    put(zip, sums, "citations.txt", citations().getBytes(StandardCharsets.UTF_8));
    put(zip, sums, "README.txt", readme().getBytes(StandardCharsets.UTF_8));
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    entry(zip, "SHA256SUMS", lines.toString().getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  /// Members of gzip one after the other are a WARC file again.
  private byte[] records(CaptureRef ref) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (CaptureRef one : archive.trail(ref)) {
      file.writeBytes(archive.record(one));
    }
    return file.toByteArray();
  }

  private void put(ZipOutputStream zip, Map<String, String> sums, String name, byte[] bytes)
      throws IOException {
    sums.put(name, sha256(bytes));
    entry(zip, name, bytes);
  }

  /// Entries have one time, so that the same evidence asked for twice differs only where it says
  /// when it was asked for.
  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /// ГОСТ Р 7.0.100-2018, section 5 (electronic resources), and APA 7 (webpage on a news site).
  private String citations() {
    Document document = versions.getLast();
    String title =
        document.content().title().isBlank()
            ? document.address().url()
            : document.content().title();
    String authors = String.join(", ", document.content().authors());
    Instant published = document.times().published().at();
    String site = document.publisher().name();
    String url = document.address().url();
    return "ГОСТ Р 7.0.100-2018:\n"
        + (authors.isEmpty() ? "" : authors + ". ")
        + title
        + ". — Текст : электронный // "
        + site
        + " : [сайт]. — "
        + DAY.format(published)
        + ". — URL: "
        + url
        + " (дата обращения: "
        + DAY.format(document.capture().map(CaptureRef::at).orElse(at))
        + ").\n\nAPA 7:\n"
        + (authors.isEmpty() ? site : authors)
        + ". ("
        + APA_DAY.format(published)
        + "). "
        + title
        + ". "
        + (authors.isEmpty() ? "" : site + ". ")
        + url
        + "\n";
  }

  private String readme() {
    Document document = versions.getLast();
    StringBuilder text = new StringBuilder();
    text.append("Evidence of a publication, made by Letopis at ").append(at).append(".\n\n");
    text.append("Address:    ").append(document.address().url()).append('\n');
    text.append("Id:         ").append(document.id()).append('\n');
    text.append("First seen: ").append(document.times().firstSeenAt()).append(" (our clock)\n");
    text.append("Not there:  ")
        .append(document.times().absentAt().map(Instant::toString).orElse("never looked before"))
        .append(" (our last look without it)\n");
    document
        .times()
        .removedAt()
        .ifPresent(gone -> text.append("Found gone: ").append(gone).append('\n'));
    text.append(
        """

        What is here:
          revision-N.json     what was read from the page, with every time and where it came from
          revision-N.warc.gz  the records as captured (WARC 1.1, ISO 28500:2017): redirects that
                              led to the page, the page, and after a revisit record the earlier
                              capture that it refers to and that holds the payload
          revision-N.body     the answer's body, decoded
          citations.txt       how to cite it
          SHA256SUMS          sums of all files

        Check the files:          sha256sum -c SHA256SUMS
        Look into a record:       gzip -dc revision-1.warc.gz | less
        Check the record's own digest (WARC-Payload-Digest, over the payload as received):
                                  any WARC tool, such as: warcio check revision-1.warc.gz
        """);
    return text.toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
