package letopis.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import letopis.document.CaptureRef;
import letopis.fetch.ContentDecoding;
import letopis.fetch.FetchResult;
import letopis.fetch.StoredResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcTargetRecord;

/// The folder of WARC files: every answer is appended before anything else is made of it, and is
/// found again by its reference, or by address and time.
///
/// Each process writes its own file, so that several share a folder. When `write` returns, the
/// bytes are with the operating system: a killed process loses nothing, a power failure at most
/// what was
/// written since the last [#sync] (done at least every second while writing goes on, and when a
/// file is finished). A torn record at the end of a dead writer's file is cut off when the
/// folder is next opened.
///
/// Safe for any number of threads.
public final class WarcArchive implements AutoCloseable {
  /// Larger records are neither written nor read, in bytes.
  static final long MAX_RECORD = 64L << 20;

  private static final Duration SYNC_EVERY = Duration.ofSeconds(1);
  private static final int REMEMBERED = 50_000;
  private static final int MAX_RATIO = 2000;
  private static final DateTimeFormatter NAME_TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final long maxFile;
  private final String software;
  private final Clock clock;
  private final CaptureIndex index;
  private final ContentDecoding decoding = new ContentDecoding(MAX_RECORD, MAX_RATIO);

  /// Payload digest → the capture that holds it, most recently used last.
  private final Map<String, CdxLine> payloads =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CdxLine> eldest) {
          return size() > REMEMBERED;
        }
      };

  private Optional<WarcFile> current = Optional.empty();
  private Instant syncedAt = Instant.MIN;

  private WarcArchive(Path folder, long maxFile, String software, Clock clock) {
    this.folder = folder;
    this.maxFile = maxFile;
    this.software = software;
    this.clock = clock;
    this.index = new CaptureIndex(folder);
  }

  /// Opens a folder, creating it when it is absent, and takes up files of writers that died.
  ///
  /// @param maxFile a file is finished when it reaches this size, bytes
  /// @param software named in each file's warcinfo record
  public static WarcArchive open(Path folder, long maxFile, String software, Clock clock)
      throws IOException {
    Files.createDirectories(folder);
    for (Path file : CaptureIndex.files(folder, WarcFile.WARC)) {
      if (Files.exists(WarcFile.sibling(file, WarcFile.JOURNAL))) {
        WarcFile.recover(file);
      }
    }
    return new WarcArchive(folder, maxFile, software, clock);
  }

  /// Keeps an answer with its request. A payload that the archive has already becomes a revisit
  /// record, which refers to it.
  ///
  /// @return where the answer is
  public CaptureRef write(FetchResult.Fetched fetched) throws IOException {
    FetchResult.Exchange exchange = fetched.exchange();
    Optional<String> requestedAs =
        fetched.redirects().isEmpty()
            ? Optional.empty()
            : Optional.of(fetched.redirects().getFirst().toString());
    return write(
        new WarcRecords.Captured(
            fetched.finalUrl().toString(),
            fetched.at(),
            fetched.status(),
            exchange.responseHead().getBytes(StandardCharsets.ISO_8859_1),
            exchange.rawBody(),
            exchange.payload(),
            Optional.empty(),
            exchange.server(),
            Optional.of(exchange.requestHead()),
            requestedAs),
        fetched.header("content-type").orElse("unk"));
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
    Stored stored = stored(ref);
    StoredResponse response = stored.response();
    byte[] payload =
        stored.original().isPresent()
            ? stored(stored.original().get()).response().payload()
            : response.payload();
    StoredResponse whole = new StoredResponse(response.status(), response.headers(), payload);
    return new Capture(
        stored.url(),
        stored.at(),
        response.status(),
        response.headers(),
        whole.body(decoding),
        stored.requestedAs(),
        Optional.of(ref));
  }

  /// The packed bytes of the record, as they are in the file: evidence to hand on.
  public byte[] record(CaptureRef ref) throws IOException {
    try (FileChannel file = FileChannel.open(path(ref), StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(ref.length(), MAX_RECORD));
      while (bytes.hasRemaining() && file.read(bytes, ref.offset() + bytes.position()) > 0) {}
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
  }

  /// All captures of an address, oldest first; `http` and `https` count as one.
  public List<CaptureRef> captures(String url) throws IOException {
    return index.find(url).stream().map(CdxLine::ref).toList();
  }

  /// The capture of an address that is nearest to a time.
  public Optional<CaptureRef> nearest(String url, Instant time) throws IOException {
    return captures(url).stream()
        .min(Comparator.comparing(ref -> Duration.between(ref.at(), time).abs()));
  }

  /// Whether a capture is there and says what its digests say; otherwise what is wrong.
  public Optional<String> verify(CaptureRef ref) {
    try {
      Stored stored = stored(ref);
      CaptureRef holder = stored.original().orElse(ref);
      byte[] payload =
          stored.original().isPresent()
              ? stored(holder).response().payload()
              : stored.response().payload();
      String digest = Digests.sha256(payload);
      return digest.equals(ref.digest())
          ? stored.blockFault()
          : Optional.of("payload is " + digest + ", expected " + ref.digest());
    } catch (NoSuchFileException _) {
      return Optional.of("no file " + ref.file());
    } catch (IOException e) {
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

  /// Makes everything written so far safe from a power failure.
  public synchronized void sync() throws IOException {
    if (current.isPresent()) {
      current.get().sync();
    }
    syncedAt = clock.instant();
  }

  /// Finishes the file in use. Writing after this opens a new one.
  @Override
  public synchronized void close() throws IOException {
    if (current.isPresent()) {
      current.get().close();
      index.finished();
      current = Optional.empty();
    }
  }

  private CaptureRef write(WarcRecords.Captured captured, String mime) throws IOException {
    long bytes = (long) captured.head().length + captured.raw().length;
    if (bytes > MAX_RECORD) {
      throw new IOException(captured.url() + ": " + bytes + " bytes do not fit in a record");
    }
    String digest = Digests.sha256(captured.payload());
    Optional<CdxLine> original = original(captured, digest);
    WarcRecords.Packed packed = WarcRecords.pack(captured, digest, original);
    CdxLine line = append(captured, packed, digest, mime, original.isPresent());
    if (original.isEmpty()) {
      synchronized (payloads) {
        payloads.put(digest, line);
      }
    }
    return line.ref();
  }

  private synchronized CdxLine append(
      WarcRecords.Captured captured,
      WarcRecords.Packed packed,
      String digest,
      String mime,
      boolean revisit)
      throws IOException {
    WarcFile file = writable();
    long offset = file.append(packed.main(), packed.request());
    CdxLine line =
        new CdxLine(
            captured.url(),
            captured.at(),
            captured.status(),
            mime,
            digest,
            file.name(),
            offset,
            packed.main().length,
            file.size(),
            revisit);
    file.index(line);
    index.add(line);
    Instant now = clock.instant();
    if (syncedAt.plus(SYNC_EVERY).isBefore(now)) {
      file.sync();
      syncedAt = now;
    }
    return line;
  }

  private WarcFile writable() throws IOException {
    if (current.isPresent() && current.get().size() >= maxFile) {
      close();
    }
    if (current.isEmpty()) {
      Instant now = clock.instant();
      String unique = UUID.randomUUID().toString().substring(0, 8);
      String name = "letopis-" + NAME_TIME.format(now) + "-" + unique + WarcFile.WARC;
      byte[] info = WarcRecords.warcinfo(name, now, software);
      current = Optional.of(WarcFile.create(folder.resolve(name), info));
    }
    return current.get();
  }

  /// An earlier capture with this payload: any that is remembered, else the last of this address.
  private Optional<CdxLine> original(WarcRecords.Captured captured, String digest)
      throws IOException {
    if (captured.payload().length == 0 || captured.type().isPresent()) {
      return Optional.empty();
    }
    synchronized (payloads) {
      CdxLine known = payloads.get(digest);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return index.findRecent(captured.url()).stream()
        .filter(line -> !line.revisit() && line.digest().equals(digest))
        .findFirst();
  }

  /// One record, unpacked and taken apart.
  ///
  /// @param original where the payload of a revisit is
  /// @param blockFault when the block is not what its digest says
  private record Stored(
      String url,
      Instant at,
      StoredResponse response,
      Optional<CaptureRef> original,
      Optional<String> requestedAs,
      Optional<String> blockFault) {}

  private Stored stored(CaptureRef ref) throws IOException {
    byte[] content;
    try (FileChannel file = FileChannel.open(path(ref), StandardOpenOption.READ)) {
      content = GzipMember.read(file, ref.offset(), MAX_RECORD + (1 << 20)).content();
    }
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(content))) {
      WarcRecord record = reader.next().orElseThrow(() -> new IOException("empty record"));
      if (!(record instanceof WarcTargetRecord target)) {
        throw new IOException("a " + record.type() + " record, not a capture");
      }
      byte[] block = target.body().stream().readAllBytes();
      Optional<String> digest = target.headers().first("WARC-Block-Digest");
      String actual = Digests.sha256(block);
      return new Stored(
          target.target(),
          target.date(),
          target instanceof WarcResource ? resource(target, block) : StoredResponse.parse(block),
          original(target, ref.digest()),
          target.headers().first(WarcRecords.REQUESTED),
          digest.filter(said -> !said.equals(actual)).map(said -> "block is not " + said));
    }
  }

  private static StoredResponse resource(WarcTargetRecord record, byte[] block) {
    String type = record.headers().first("Content-Type").orElse("application/octet-stream");
    return new StoredResponse(200, Map.of("content-type", List.of(type)), block);
  }

  private static Optional<CaptureRef> original(WarcTargetRecord record, String digest) {
    return record
        .headers()
        .first(WarcRecords.ORIGINAL_FILE)
        .map(
            file ->
                new CaptureRef(
                    file,
                    number(record, WarcRecords.ORIGINAL_OFFSET),
                    number(record, WarcRecords.ORIGINAL_LENGTH),
                    digest,
                    record.date()));
  }

  private static long number(WarcRecord record, String field) {
    return Long.parseLong(record.headers().first(field).orElse("0"));
  }

  /// References come from the index; a name that leads out of the folder is refused.
  private Path path(CaptureRef ref) throws IOException {
    if (!ref.file().matches("[A-Za-z0-9._-]+")) {
      throw new IOException("not a file of the archive: " + ref.file());
    }
    return folder.resolve(ref.file());
  }
}
