package letopis.api.documents;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import letopis.api.http.Call;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.document.Document;

/// A ZIP of evidence being written: every file has its SHA-256 in `SHA256SUMS`, which comes last.
public final class PackZip {
  /// How to check a pack with the tools that every Unix has.
  public static final String CHECKS =
      """
      Check the files:          sha256sum -c SHA256SUMS
      Look into a record:       gzip -dc NAME.warc.gz | less
      Check the record's own digest (WARC-Payload-Digest, over the payload as received):
                                any WARC tool, such as: warcio check NAME.warc.gz
      """;

  private static final ObjectWriter JSON = Call.JSON.writerWithDefaultPrettyPrinter();

  private final ZipOutputStream zip;
  private final Map<String, String> sums = new LinkedHashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private final List<String> neverSaved = new ArrayList<>();

  /// @param out stays open: closing it would close the answer, which is not ours
  public PackZip(OutputStream out) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  public void json(String name, Object value) throws IOException {
    bytes(name, JSON.writeValueAsBytes(value));
  }

  public void text(String name, String text) throws IOException {
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(String name, byte[] bytes) throws IOException {
    sums.put(name, sha256(bytes));
    entry(name, bytes);
  }

  /// Every version of a document, each with its record and its body where they are saved. Where the
  /// page asks that saved copies not be shown, now or at that version, they are left out.
  ///
  /// @param versions oldest first
  /// @param folder what the names begin with: empty or `…/`
  public void versions(String folder, List<Document> versions, WarcArchive archive)
      throws IOException {
    for (Document version : versions) {
      String name = folder + "revision-" + version.lineage().revision();
      json(name + ".json", DocumentView.of(version));
      if (version.capture().isPresent()
          && (version.noarchive() || versions.getLast().noarchive())) {
        leftOut.add(name + ".warc.gz, " + name + ".body");
      } else if (version.capture().isPresent()) {
        saved(name, archive, version.capture().get());
      } else {
        neverSaved.add(name + ".json");
      }
    }
  }

  /// A damaged record does not take the other evidence with it.
  private void saved(String name, WarcArchive archive, CaptureRef ref) throws IOException {
    Optional<String> fault = archive.verify(ref);
    if (fault.isPresent()) {
      unreadable.add(name + ".warc.gz, " + name + ".body: " + fault.get());
    } else {
      bytes(name + ".warc.gz", records(archive, ref));
      bytes(name + ".body", archive.read(ref).body());
    }
  }

  /// What is not in the pack and why; empty when nothing is left out.
  public String leftOut() {
    return listed(
            leftOut,
            """
            Left out, since the page asks that saved copies not be shown (robots: noarchive). The archive
            keeps them; `capture` in the .json says where, and `digest` is their WARC-Payload-Digest:
            """)
        + listed(
            unreadable,
            """
            Left out, since the archive cannot read them back as it wrote them. What was read from the
            pages when they were saved is in the .json:
            """)
        + listed(
            neverSaved,
            """
            Without .warc.gz and .body, since this archive never fetched the page: these came as imported
            records, and say what the record said:
            """);
  }

  private static String listed(List<String> lines, String why) {
    return lines.isEmpty()
        ? ""
        : why + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining()) + "\n";
  }

  /// Members of gzip one after the other are a WARC file again.
  private static byte[] records(WarcArchive archive, CaptureRef ref) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (CaptureRef one : archive.trail(ref)) {
      file.writeBytes(archive.record(one));
    }
    return file.toByteArray();
  }

  /// Writes the sums; nothing can be added after them.
  public void finish() throws IOException {
    StringBuilder lines = new StringBuilder();
    sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
    entry("SHA256SUMS", lines.toString().getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  /// Entries have one time, so that the same evidence asked for twice differs only where it says
  /// when it was asked for.
  private void entry(String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
