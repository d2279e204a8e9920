package letopis.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.fetch.ContentDecoding;
import letopis.fetch.FetchResult;
import letopis.fetch.StoredResponse;
import letopis.fetch.Witness;
import org.netpreserve.jwarc.WarcDigest;

/// The folder of WARC files: every answer is appended before anything else is made of it, and is
/// found again by its reference, or by address and time.
///
/// Each process writes its own file, so that several share a folder. When `write` returns, the
/// bytes are with the operating system: a killed process loses nothing, a power failure at most
/// what was written since they were last forced to the disk (every second while writing goes on,
/// and when a file is finished). A torn record at the end of a dead writer's file is cut off when
/// the folder is next opened.
///
/// Safe for any number of threads.
public final class WarcArchive implements AutoCloseable {
  /// Larger records are neither written nor read, in bytes.
  static final long MAX_RECORD = 64L << 20;

  private static final int MAX_RATIO = 2000;

  /// Captures of an address in which a payload is looked for.
  private static final int LOOKED_AT = 20;

  /// Longer than any document waits between its capture and its place in the index.
  private static final Duration SAFETY = Duration.ofDays(1);

  private final Path folder;
  private final CaptureIndex index;
  private final WarcWriter writer;
  private final KnownPayloads payloads;
  private final RecordFiles files;
  private final ContentDecoding decoding = new ContentDecoding(MAX_RECORD, MAX_RATIO);

  private WarcArchive(Path folder, CaptureIndex index, WarcWriter writer, KnownPayloads payloads) {
    this.folder = folder;
    this.index = index;
    this.writer = writer;
    this.payloads = payloads;
    this.files = new RecordFiles(folder);
  }

  /// Opens a folder, creating it when it is absent, and takes up files of writers that died.
  ///
  /// @param maxFile a file is finished when it reaches this size, bytes
  /// @param software named in each file's warcinfo record
  public static WarcArchive open(Path folder, long maxFile, String software, Clock clock)
      throws IOException {
    return open(folder, new Rules(maxFile, software, Optional.empty()), clock);
  }

  /// How an archive is written.
  ///
  /// @param maxFile a file is finished when it reaches this size, bytes
  /// @param software named in each file's warcinfo record
  /// @param keep files that were finished longer ago may be deleted; empty when none ever is
  public record Rules(long maxFile, String software, Optional<Duration> keep) {
    public Rules {
      Objects.requireNonNull(software);
      Objects.requireNonNull(keep);
    }
  }

  /// The same where old files are deleted: a capture whose file may go within a day is not
  /// referred to any more, but written anew.
  public static WarcArchive open(Path folder, Rules rules, Clock clock) throws IOException {
    Files.createDirectories(folder);
    for (Path file : CaptureIndex.files(folder, WarcFile.WARC)) {
      if (Files.exists(WarcFile.sibling(file, WarcFile.JOURNAL))) {
        WarcFile.recover(file);
      }
    }
    CaptureIndex index = new CaptureIndex(folder);
    return new WarcArchive(
        folder,
        index,
        new WarcWriter(folder, rules.maxFile(), rules.software(), clock, index),
        new KnownPayloads(index, rules.keep().map(keep -> keep.minus(SAFETY)), clock));
  }

  /// Keeps an answer with its request. A payload that the archive has already becomes a revisit
  /// record, which refers to it.
  ///
  /// @return where the answer is
  public CaptureRef write(FetchResult.Fetched fetched) throws IOException {
    Optional<URI> asked = fetched.redirects().stream().findFirst();
    return write(
        captured(
            new Origin(fetched.finalUrl(), fetched.at(), fetched.status(), asked, true),
            fetched.exchange()),
        fetched.header("content-type").orElse("unk"));
  }

  /// Keeps a 304 with its request, as a revisit record of the profile server-not-modified (ISO
  /// 28500:2017 section 6.7.3). Where nothing is known of an earlier capture it is a response like
  /// any other.
  ///
  /// @param earlier the capture that it says is still current
  /// @return where it is; read back, it has the payload of the earlier capture
  public CaptureRef write(FetchResult.NotModified answer, Optional<CaptureRef> earlier)
      throws IOException {
    Optional<URI> asked =
        answer.url().equals(answer.finalUrl()) ? Optional.empty() : Optional.of(answer.url());
    WarcRecords.Captured captured =
        captured(new Origin(answer.finalUrl(), answer.at(), 304, asked, true), answer.exchange());
    if (earlier.filter(ref -> payloads.isUsable(ref.at())).isEmpty()) {
      return write(captured, "unk");
    }
    CaptureRef current = earlier.get();
    return write(
        captured,
        Optional.of(payloads.unmodified(captured.url(), current)),
        new WarcWriter.Entry("unk", current.digest(), true));
  }

  /// Keeps an answer that led elsewhere, or a robots.txt, with its request.
  public CaptureRef write(Witness.Passing answer) throws IOException {
    return write(
        captured(
            new Origin(
                answer.url(), answer.at(), answer.status(), Optional.empty(), answer.whole()),
            answer.exchange()),
        answer.headers().getOrDefault("content-type", List.of("unk")).getFirst());
  }

  /// Keeps a capture that another tool made, with its own time. One that is here already is not
  /// written again.
  public CaptureRef write(ImportedCapture imported) throws IOException {
    WarcRecords.Captured captured = imported.captured();
    String digest = Digests.sha256(captured.payload());
    for (CdxLine line : index.find(captured.url())) {
      if (line.at().equals(captured.at()) && line.digest().equals(digest)) {
        return line.ref();
      }
    }
    return write(captured, imported.capture().header("content-type").orElse("unk"));
  }

  /// Reads a capture back, decoded.
  ///
  /// @throws IOException if the file is gone or the record damaged
  public Capture read(CaptureRef ref) throws IOException {
    RecordFiles.Stored stored = files.stored(ref);
    StoredResponse response = stored.response();
    StoredResponse holder = files.holder(stored).response();
    // A 304 bears no Content-Encoding of its own: the payload is coded as it was when it came.
    StoredResponse coded =
        new StoredResponse(response.status(), holder.headers(), holder.payload());
    return new Capture(
        stored.url(),
        stored.at(),
        response.status(),
        response.headers(),
        coded.body(decoding),
        stored.requestedAs());
  }

  /// The answer that was captured at this address at this time, to the second.
  Optional<StoredResponse> response(String url, Instant at) throws IOException {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    for (CdxLine line : index.find(url)) {
      if (line.at().truncatedTo(ChronoUnit.SECONDS).equals(second) && line.status() != 304) {
        return Optional.of(files.holder(files.stored(line.ref())).response());
      }
    }
    return Optional.empty();
  }

  /// The answer of this address with this payload: the latest such among the last [#LOOKED_AT].
  ///
  /// @param payload in any algorithm that Java knows
  Optional<StoredResponse> response(String url, WarcDigest payload) throws IOException {
    List<CdxLine> captures =
        index.find(url).stream().filter(line -> line.status() != 304).toList().reversed();
    for (CdxLine line : captures.subList(0, Math.min(LOOKED_AT, captures.size()))) {
      StoredResponse response = files.holder(files.stored(line.ref())).response();
      if (Digests.isOf(payload, response.payload())) {
        return Optional.of(response);
      }
    }
    return Optional.empty();
  }

  /// The packed bytes of the record, as they are in the file: evidence to hand on.
  public byte[] record(CaptureRef ref) throws IOException {
    return files.packed(ref);
  }

  /// The captures that explain one, in order: the redirects that led to it, itself, and for a
  /// revisit the captures that it leads to, the last of which holds the payload.
  public List<CaptureRef> trail(CaptureRef ref) throws IOException {
    return new Trail(index, files).of(ref);
  }

  /// All captures of an address, oldest first; `http` and `https` count as one.
  public List<CaptureRef> captures(String url) throws IOException {
    return index.find(url).stream().map(CdxLine::ref).toList();
  }

  /// Whether a capture is there and says what its digests say; otherwise what is wrong.
  public Optional<String> verify(CaptureRef ref) {
    try {
      RecordFiles.Stored stored = files.stored(ref);
      RecordFiles.Stored holder = files.holder(stored);
      String digest = Digests.sha256(holder.response().payload());
      return digest.equals(ref.digest())
          ? stored.blockFault().or(holder::blockFault)
          : Optional.of("payload is " + digest + ", expected " + ref.digest());
    } catch (NoSuchFileException e) {
      return Optional.of("no file " + Path.of(e.getFile()).getFileName());
    } catch (IOException | RuntimeException e) {
      // Damage can make a record say anything: whatever its reader trips over is the finding.
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /// Every capture in the folder, file by file in order of writing.
  public List<CaptureRef> all() throws IOException {
    List<CaptureRef> refs = new ArrayList<>();
    for (Path file : CaptureIndex.files(folder, WarcFile.WARC)) {
      CaptureIndex.lines(file).stream()
          .sorted(Comparator.comparingLong(CdxLine::offset))
          .map(CdxLine::ref)
          .forEach(refs::add);
    }
    return refs;
  }

  /// Finishes the file in use. Writing after this opens a new one.
  @Override
  public void close() throws IOException {
    writer.close();
  }

  /// @param asked the address first asked for, when it is another
  private record Origin(URI url, Instant at, int status, Optional<URI> asked, boolean whole) {}

  private static WarcRecords.Captured captured(Origin origin, FetchResult.Exchange exchange) {
    return new WarcRecords.Captured(
        origin.url().toString(),
        origin.at(),
        origin.status(),
        exchange.responseHead().getBytes(StandardCharsets.ISO_8859_1),
        exchange.rawBody(),
        exchange.payload(),
        Optional.empty(),
        exchange.server(),
        Optional.of(exchange.requestHead()),
        origin.asked().map(URI::toString),
        origin.whole());
  }

  private CaptureRef write(WarcRecords.Captured captured, String mime) throws IOException {
    long bytes = (long) captured.head().length + captured.raw().length;
    if (bytes > MAX_RECORD) {
      throw new IOException(captured.url() + ": " + bytes + " bytes do not fit in a record");
    }
    String digest = Digests.sha256(captured.payload());
    Optional<WarcRecords.Earlier> same = payloads.same(captured, digest);
    return write(captured, same, new WarcWriter.Entry(mime, digest, same.isPresent()));
  }

  private CaptureRef write(
      WarcRecords.Captured captured, Optional<WarcRecords.Earlier> earlier, WarcWriter.Entry entry)
      throws IOException {
    WarcRecords.Packed packed = WarcRecords.pack(captured, entry.digest(), earlier);
    CdxLine line = writer.append(captured, packed, entry);
    if (!entry.revisit()) {
      payloads.add(line);
    }
    return line.ref();
  }
}
