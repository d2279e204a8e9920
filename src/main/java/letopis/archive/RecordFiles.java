package letopis.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.fetch.StoredResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcTargetRecord;

/// Reads single records of our own files by where they are.
///
/// @param folder of the files
record RecordFiles(Path folder) {
  /// A revisit leads to a capture that may be a revisit itself: 304 to identical payload to
  /// payload.
  private static final int MOST_STEPS = 5;

  /// One record, unpacked and taken apart.
  ///
  /// @param original where the payload of a revisit is
  /// @param blockFault when the block is not what its digest says
  record Stored(
      String url,
      Instant at,
      StoredResponse response,
      Optional<CaptureRef> original,
      Optional<String> requestedAs,
      Optional<String> blockFault) {}

  /// The packed bytes of a record.
  byte[] packed(CaptureRef ref) throws IOException {
    try (FileChannel file = FileChannel.open(path(ref), StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(ref.length(), WarcArchive.MAX_RECORD));
      while (bytes.hasRemaining() && file.read(bytes, ref.offset() + bytes.position()) > 0) {}
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
  }

  /// The record that holds the payload of this one: itself, or what a revisit leads to.
  Stored holder(Stored record) throws IOException {
    Stored holder = record;
    for (int i = 0; i < MOST_STEPS && holder.original().isPresent(); i++) {
      holder = stored(holder.original().get());
    }
    if (holder.original().isPresent()) {
      throw new IOException("a revisit of revisits without end: " + record.url());
    }
    return holder;
  }

  Stored stored(CaptureRef ref) throws IOException {
    byte[] content;
    try (FileChannel file = FileChannel.open(path(ref), StandardOpenOption.READ)) {
      content = GzipMember.read(file, ref.offset(), WarcArchive.MAX_RECORD + (1 << 20)).content();
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
                    referredTo(record)));
  }

  private static Instant referredTo(WarcTargetRecord record) {
    try {
      return record
          .headers()
          .first("WARC-Refers-To-Date")
          .map(Instant::parse)
          .orElseGet(record::date);
    } catch (DateTimeException _) {
      return record.date();
    }
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
