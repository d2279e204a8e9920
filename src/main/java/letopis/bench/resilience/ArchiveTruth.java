package letopis.bench.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import letopis.archive.Capture;
import letopis.archive.NotWarc;
import letopis.archive.WarcArchive;
import letopis.archive.WarcReader;
import letopis.document.CaptureRef;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentJson;

/// What an archive has of a [MovingWeb]: its captures, read from the WARC files, and its documents
/// with their past versions.
///
/// @param captured versions of each address by the time of capture
/// @param shown what the capture of each document shows, by its reference, as the archive reads it
/// @param documents by canonical address, in the order of revisions
record ArchiveTruth(
    Map<String, TreeMap<Instant, Integer>> captured,
    Map<CaptureRef, OptionalInt> shown,
    Map<String, List<Document>> documents) {
  private static final int MOST = 10_000;

  /// Reads an archive that nobody writes to.
  static ArchiveTruth read(List<Path> archives, Indices indices) throws IOException {
    ArchiveTruth truth = new ArchiveTruth(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (Path archive : archives) {
      truth.readCaptures(archive);
    }
    indices.refresh();
    for (String index : List.of(indices.revisions(), indices.documents())) {
      for (JsonNode hit : all(indices, index)) {
        Document document = DocumentJson.read(hit.path("_source"));
        truth
            .documents
            .computeIfAbsent(document.address().canonical(), _ -> new ArrayList<>())
            .add(document);
      }
    }
    truth.documents.values().forEach(ArchiveTruth::sort);
    for (Path archive : archives) {
      truth.readEvidence(archive);
    }
    return truth;
  }

  private static void sort(List<Document> versions) {
    versions.sort((a, b) -> Integer.compare(a.lineage().revision(), b.lineage().revision()));
  }

  /// Reads the captures that documents name, through revisits of other records, too.
  private void readEvidence(Path archive) throws IOException {
    try (WarcArchive saved = WarcArchive.open(archive, 1 << 20, "bench", Clock.systemUTC())) {
      for (List<Document> versions : documents.values()) {
        for (Document version : versions) {
          CaptureRef ref = version.capture().orElseThrow();
          if (Files.exists(archive.resolve(ref.file()))) {
            shown.put(ref, versionIn(saved.read(ref).body()));
          }
        }
      }
    }
  }

  private static OptionalInt versionIn(byte[] body) {
    return MovingPage.versionOf(new String(body, StandardCharsets.UTF_8));
  }

  private void readCaptures(Path archive) throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(archive)) {
      files = listed.filter(path -> path.toString().endsWith(".warc.gz")).toList();
    }
    for (Path file : files) {
      try (WarcReader reader = WarcReader.open(file)) {
        for (var item = reader.next(); item.isPresent(); item = reader.next()) {
          if (item.get() instanceof WarcReader.Item.Page page) {
            note(page.imported().capture());
          }
        }
      } catch (NotWarc e) {
        if (Files.size(file) > 0) {
          throw e;
        }
      }
    }
  }

  private void note(Capture capture) {
    versionIn(capture.body())
        .ifPresent(
            version ->
                captured
                    .computeIfAbsent(capture.url(), _ -> new TreeMap<>())
                    .put(capture.at(), version));
  }

  private static Iterable<JsonNode> all(Indices indices, String index) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", MOST);
    return indices.elasticsearch().search(index, body).hits();
  }
}
