package letopis.archive;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import letopis.fetch.ContentDecoding;
import letopis.fetch.StoredResponse;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/// Reads the captures out of a WARC file (1.0, 1.1; plain, gzip per record or as a whole) of any
/// tool. A broken record is reported and passed over; reading goes on at the next one that can be
/// found. Not for use by several threads.
public final class WarcReader implements AutoCloseable {
  private static final int MAX_RATIO = 2000;

  private final FileChannel file;
  private final Path path;
  private final boolean packed;
  private final ContentDecoding decoding = new ContentDecoding(WarcArchive.MAX_RECORD, MAX_RATIO);
  private org.netpreserve.jwarc.WarcReader records;

  /// Where the stretch that is passed over ends; so far none, not even one before the first byte.
  private long failedAt = -2;

  private final PayloadPlaces places = new PayloadPlaces();
  private final Optional<WarcArchive> archive;

  private WarcReader(Path path, FileChannel file, boolean packed, Optional<WarcArchive> archive)
      throws IOException {
    this.path = path;
    this.archive = archive;
    this.file = file;
    this.packed = packed;
    this.records = lenient(file);
  }

  /// What one record turned out to be.
  public sealed interface Item {
    /// Where the record begins, in bytes from the begin of the file.
    long position();

    /// A response, a resource, or a revisit whose payload was found.
    record Page(long position, ImportedCapture imported) implements Item {}

    /// A record that should have been one and could not be used.
    record Skipped(long position, String reason) implements Item {}
  }

  /// Opens a file after a look at its begin. Payloads of revisits are looked for in this file only.
  ///
  /// @throws NotWarc if it is no WARC file
  public static WarcReader open(Path path) throws IOException {
    return open(path, Optional.empty());
  }

  /// Opens a file after a look at its begin.
  ///
  /// @param archive where payloads of revisits are looked for that are not in the file: tools refer
  ///     to captures of an earlier file by address and time
  /// @throws NotWarc if it is no WARC file
  public static WarcReader open(Path path, Optional<WarcArchive> archive) throws IOException {
    boolean packed = WarcStart.isPacked(path);
    return new WarcReader(path, FileChannel.open(path, StandardOpenOption.READ), packed, archive);
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
    if (record.headers().first("WARC-Segment-Number").isPresent()) {
      return skipped(position, "a record in segments: " + capture.target());
    }
    byte[] block = capture.body().stream().readNBytes((int) WarcArchive.MAX_RECORD + 1);
    if (block.length < Math.min(capture.body().size(), WarcArchive.MAX_RECORD)) {
      throw new EOFException();
    }
    if (block.length > WarcArchive.MAX_RECORD) {
      return skipped(position, "over " + WarcArchive.MAX_RECORD + " bytes");
    }
    try {
      return page(capture, block, position);
    } catch (IOException
        | IllegalArgumentException
        | DateTimeException
        | NoSuchElementException e) {
      return skipped(position, e.getMessage() + ": " + capture.target());
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
    if (record instanceof WarcRevisit) {
      if (response.status() == 304) {
        // Nothing that the capture it refers to does not say.
        return Optional.empty();
      }
      Optional<StoredResponse> original = original(record);
      if (original.isEmpty()) {
        return skipped(
            position,
            "a revisit of a record that is neither in this file nor archived: " + record.target());
      }
      raw = original.get().payload();
      response = new StoredResponse(response.status(), original.get().headers(), raw);
    } else {
      places.add(record, position);
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

  private Optional<StoredResponse> original(WarcCaptureRecord revisit) throws IOException {
    Optional<Long> place = places.of(revisit);
    if (place.isPresent()) {
      return original(place.get());
    }
    if (archive.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> at = revisit.headers().first("WARC-Refers-To-Date").map(Instant::parse);
    String target = revisit.headers().first("WARC-Refers-To-Target-URI").orElseGet(revisit::target);
    // wget gives no time of the earlier capture, and its record's id is not ours.
    Optional<WarcDigest> payload = revisit.payloadDigest();
    return at.isPresent()
        ? archive.get().response(target, at.get())
        : payload.isPresent() ? archive.get().response(target, payload.get()) : Optional.empty();
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
    return sameStretch ? Optional.empty() : skipped(position, reason(e, at < 0));
  }

  private static String reason(Exception e, boolean last) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    boolean ended = e instanceof EOFException || message.contains("EOF");
    return ended && last ? "the file breaks off within this record" : message;
  }

  private static Optional<Item> skipped(long position, String reason) {
    return Optional.of(new Item.Skipped(position, reason));
  }

  private static org.netpreserve.jwarc.WarcReader lenient(FileChannel channel) throws IOException {
    org.netpreserve.jwarc.WarcReader reader = new org.netpreserve.jwarc.WarcReader(channel);
    reader.setLenient(true);
    return reader;
  }
}
