package letopis.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import letopis.fetch.ContentDecoding;
import letopis.fetch.StoredResponse;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/// Reads the captures out of a WARC file (1.0, 1.1; plain, gzip per record or as a whole) of any
/// tool. A broken record is reported and passed over; reading goes on at the next one that can be
/// found. Not for use by several threads.
public final class WarcReader implements AutoCloseable {
  private static final int REMEMBERED = 200_000;
  private static final int MAX_RATIO = 2000;

  private final FileChannel file;
  private final Path path;
  private final boolean packed;
  private final ContentDecoding decoding = new ContentDecoding(WarcArchive.MAX_RECORD, MAX_RATIO);
  private org.netpreserve.jwarc.WarcReader records;
  private long failedAt = -1;

  /// Payload digest → where in this file its record is, for revisits.
  private final Map<String, Long> payloads =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > REMEMBERED;
        }
      };

  private WarcReader(Path path, FileChannel file, boolean packed) throws IOException {
    this.path = path;
    this.file = file;
    this.packed = packed;
    this.records = lenient(file);
  }

  /// What one record turned out to be.
  public sealed interface Item {
    /// Where the record begins, in bytes from the begin of the file.
    long position();

    /// A response, a resource, or a revisit whose payload is in the same file.
    record Page(long position, ImportedCapture imported) implements Item {}

    /// A record that should have been one and could not be used.
    record Skipped(long position, String reason) implements Item {}
  }

  /// Opens a file after a look at its begin.
  ///
  /// @throws NotWarc if it is no WARC file
  public static WarcReader open(Path path) throws IOException {
    byte[] start = start(path, false);
    boolean packed = start.length > 1 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    String text = new String(packed ? start(path, true) : start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("filedesc:")) {
      throw new NotWarc(
          "an ARC file, the format before WARC; convert it first (warcio recompress)");
    }
    if (!text.startsWith("WARC/")) {
      throw new NotWarc(text.isEmpty() ? "empty" : "not a WARC file");
    }
    return new WarcReader(path, FileChannel.open(path, StandardOpenOption.READ), packed);
  }

  /// A file that is not in this format.
  public static final class NotWarc extends IOException {
    private static final long serialVersionUID = 1L;

    NotWarc(String message) {
      super(message);
    }
  }

  /// The next page or failure; records that are no captures (requests, metadata, …) are passed
  /// over. Empty at the end.
  public Optional<Item> next() throws IOException {
    while (true) {
      try {
        Optional<WarcRecord> next = records.next();
        if (next.isEmpty()) {
          return Optional.empty();
        }
        Optional<Item> item = item(next.get(), records.position());
        if (item.isPresent()) {
          return item;
        }
      } catch (IOException
          | IllegalArgumentException
          | DateTimeException
          | NoSuchElementException e) {
        Optional<Item> failure = passOver(Math.max(records.position(), failedAt + 1), e);
        if (failure.isPresent()) {
          return failure;
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private Optional<Item> item(WarcRecord record, long position) throws IOException {
    if (!(record instanceof WarcCaptureRecord capture)
        || !(record instanceof WarcResponse
            || record instanceof WarcResource
            || record instanceof WarcRevisit)
        || !hasWebAddress(capture)) {
      return Optional.empty();
    }
    byte[] block = capture.body().stream().readNBytes((int) WarcArchive.MAX_RECORD + 1);
    if (block.length > WarcArchive.MAX_RECORD) {
      return skipped(position, "over " + WarcArchive.MAX_RECORD + " bytes");
    }
    try {
      return page(capture, block, position);
    } catch (IOException
        | IllegalArgumentException
        | DateTimeException
        | NoSuchElementException e) {
      return skipped(position, capture.target() + ": " + e.getMessage());
    }
  }

  /// `dns:` and tools' own schemes are no pages; jwarc gives null for a missing field.
  private static boolean hasWebAddress(WarcCaptureRecord record) {
    String target = record.target();
    return target != null && target.matches("(?i)https?://.+");
  }

  private Optional<Item> page(WarcCaptureRecord record, byte[] block, long position)
      throws IOException {
    if (record instanceof WarcResource) {
      String type = record.headers().first("Content-Type").orElse("application/octet-stream");
      StoredResponse whole = new StoredResponse(200, Map.of("content-type", List.of(type)), block);
      return Optional.of(imported(record, position, new Parts(whole, new byte[0], block), type));
    }
    int head = StoredResponse.headLength(block);
    StoredResponse response = StoredResponse.parse(block);
    byte[] raw = Arrays.copyOfRange(block, head, block.length);
    Optional<String> digest = record.headers().first("WARC-Payload-Digest");
    if (record instanceof WarcRevisit) {
      Optional<StoredResponse> original =
          digest.map(payloads::get).isPresent()
              ? original(payloads.get(digest.orElseThrow()))
              : Optional.empty();
      if (original.isEmpty()) {
        return skipped(
            position, record.target() + ": a revisit of a record that is not in this file");
      }
      byte[] payload = original.get().payload();
      response = new StoredResponse(response.status(), original.get().headers(), payload);
      raw = payload;
    } else if (digest.isPresent()) {
      payloads.put(digest.get(), position);
    }
    Parts parts = new Parts(response, Arrays.copyOf(block, head), raw);
    return Optional.of(imported(record, position, parts, ""));
  }

  private record Parts(StoredResponse response, byte[] head, byte[] raw) {}

  private Item imported(WarcCaptureRecord record, long position, Parts parts, String type)
      throws IOException {
    StoredResponse response = parts.response();
    Capture capture =
        new Capture(
            record.target(),
            record.date(),
            response.status(),
            response.headers(),
            response.body(decoding),
            Optional.empty(),
            Optional.empty());
    WarcRecords.Captured captured =
        new WarcRecords.Captured(
            record.target(),
            record.date(),
            response.status(),
            parts.head(),
            parts.raw(),
            response.payload(),
            type.isEmpty() ? Optional.empty() : Optional.of(type),
            record.ipAddress().map(InetAddress::getHostAddress),
            Optional.empty(),
            Optional.empty(),
            true);
    return new Item.Page(position, new ImportedCapture(capture, captured));
  }

  private Optional<StoredResponse> original(long position) throws IOException {
    try (FileChannel again = FileChannel.open(path, StandardOpenOption.READ)) {
      again.position(position);
      Optional<WarcRecord> record = lenient(again).next();
      return record.isEmpty()
          ? Optional.empty()
          : Optional.of(
              StoredResponse.parse(
                  record.get().body().stream().readNBytes((int) WarcArchive.MAX_RECORD)));
    }
  }

  /// Looks for the begin of a record after the one that could not be read. One failure is reported
  /// for each stretch that was passed over.
  private Optional<Item> passOver(long position, Exception e) throws IOException {
    boolean sameStretch = position == failedAt + 1;
    long at = NextRecord.after(file, position, packed);
    failedAt = at < 0 ? file.size() : at - 1;
    file.position(at < 0 ? file.size() : at);
    records = lenient(file);
    return sameStretch ? Optional.empty() : skipped(position, String.valueOf(e.getMessage()));
  }

  private static Optional<Item> skipped(long position, String reason) {
    return Optional.of(new Item.Skipped(position, reason));
  }

  private static org.netpreserve.jwarc.WarcReader lenient(FileChannel channel) throws IOException {
    org.netpreserve.jwarc.WarcReader reader = new org.netpreserve.jwarc.WarcReader(channel);
    reader.setLenient(true);
    return reader;
  }

  private static byte[] start(Path path, boolean unpack) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path));
        InputStream text = unpack ? new GZIPInputStream(in) : in) {
      return text.readNBytes(16);
    } catch (IOException e) {
      if (unpack) {
        throw new NotWarc("not a readable gzip file: " + e.getMessage());
      }
      throw e;
    }
  }
}
