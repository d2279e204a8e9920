package letopis.api.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.api.http.Call;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.SecurityHeaders;
import letopis.api.http.Wording;
import letopis.archive.Capture;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.document.Document;
import letopis.search.DocumentLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The saved bytes of a document, made inert, and the pack of evidence around them.
public final class SnapshotEndpoints {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotEndpoints.class);
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final DocumentEndpoints documents;
  private final DocumentLookup lookup;
  private final WarcArchive archive;

  public SnapshotEndpoints(
      DocumentEndpoints documents, DocumentLookup lookup, WarcArchive archive) {
    this.documents = documents;
    this.lookup = lookup;
    this.archive = archive;
  }

  public Reply snapshot(Call call) throws IOException {
    return documents.with(
        call,
        document ->
            document.noarchive()
                ? Reply.refused(notShown())
                : document.capture().map(this::saved).orElseGet(() -> Reply.refused(notSaved())));
  }

  /// The whole story of a document as a ZIP that can be checked without us.
  public Reply evidence(Call call) throws IOException {
    return documents.with(call, document -> evidence(document, call.at()));
  }

  private Reply evidence(Document document, Instant now) throws IOException {
    List<Document> versions = lookup.revisions(document.id());
    if (versions.stream().allMatch(version -> version.capture().isEmpty())) {
      return Reply.refused(notSaved());
    }
    EvidencePack pack = new EvidencePack(archive, versions, now);
    return new Reply.Streamed(
        "application/zip",
        Map.of("Content-Disposition", "attachment; filename=\"letopis-" + document.id() + ".zip\""),
        pack::write);
  }

  private Reply saved(CaptureRef ref) {
    try {
      return inert(archive.read(ref));
    } catch (IOException e) {
      LOG.error("saved bytes {} at {}: {}", ref.file(), ref.offset(), e.toString());
      return Reply.refused(notSaved());
    }
  }

  private static Reply inert(Capture capture) {
    String declared = capture.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    String bare = declared.split(";", 2)[0].strip();
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Security-Policy", SecurityHeaders.SNAPSHOT);
    headers.put("X-Frame-Options", "SAMEORIGIN");
    // Looking up the hosts that it links to would tell them that somebody reads it.
    headers.put("X-DNS-Prefetch-Control", "off");
    headers.put("Memento-Datetime", HTTP_DATE.format(capture.at()));
    String type;
    if (bare.equals("text/html") || bare.equals("application/xhtml+xml")) {
      type = "text/html" + charset(declared, capture.body());
    } else if (bare.startsWith("text/") || bare.endsWith("json") || bare.endsWith("xml")) {
      type = "text/plain" + charset(declared, capture.body());
    } else {
      type = "application/octet-stream";
      headers.put("Content-Disposition", "attachment; filename=\"saved\"");
    }
    return new Reply.Bytes(200, type, capture.body(), Optional.empty(), headers);
  }

  /// The charset that the answer or the page itself declared; a browser would not look for the
  /// second in plain text.
  private static String charset(String declared, byte[] body) {
    Matcher own = CHARSET.matcher(declared);
    if (own.find()) {
      return "; charset=" + own.group(1);
    }
    String head = new String(body, 0, Math.min(2_048, body.length), StandardCharsets.ISO_8859_1);
    Matcher meta = CHARSET.matcher(head);
    return meta.find() ? "; charset=" + meta.group(1) : "";
  }

  private static Problem notSaved() {
    return Problem.plain(
        404,
        "not-archived",
        new Wording("Nothing was saved of it", "Сохранённой копии нет"),
        new Wording(
            "it came from an imported file, or its record cannot be read",
            "публикация загружена из файла или запись не читается"));
  }

  private static Problem notShown() {
    return Problem.plain(
        451,
        "not-shown",
        new Wording(
            "The page asked that saved copies not be shown", "Страница просит не показывать копии"),
        new Wording("robots meta: noarchive", "robots meta: noarchive"));
  }
}
