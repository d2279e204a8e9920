package letopis.api.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import letopis.archive.WarcArchive;
import letopis.document.Document;

/// A ZIP that shows what was published and when, and can be checked without us: the WARC records as
/// they are kept, the payloads, the documents read from them with their times, citation lines, and
/// SHA-256 sums of all.
final class EvidencePack {
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
    PackZip zip = new PackZip(out);
    zip.versions("", versions, archive);
    zip.text("citations.txt", CitationLines.of(versions.getLast(), at));
    zip.text("README.txt", readme() + zip.leftOut() + PackZip.CHECKS);
    zip.finish();
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

        """);
    return text.toString();
  }
}
