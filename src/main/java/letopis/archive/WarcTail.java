package letopis.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import letopis.fetch.StoredResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;

/// Reads the records at the end of a file that its journal does not know.
final class WarcTail {
  private WarcTail() {}

  /// Adds a line for each whole capture from `start` on.
  ///
  /// @return the offset after the last whole record
  static long index(FileChannel file, String name, long start, List<CdxLine> lines)
      throws IOException {
    long at = start;
    while (at < file.size()) {
      GzipMember.Found found;
      try {
        found = GzipMember.read(file, at, WarcArchive.MAX_RECORD);
      } catch (EOFException | ZipException _) {
        return at;
      }
      long offset = at;
      at = found.end();
      line(found, name, offset).ifPresent(lines::add);
    }
    return at;
  }

  private static Optional<CdxLine> line(GzipMember.Found found, String name, long offset)
      throws IOException {
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(found.content()))) {
      Optional<WarcRecord> next = reader.next();
      if (next.isEmpty() || !(next.get() instanceof WarcTargetRecord target)) {
        return Optional.empty();
      }
      boolean capture =
          target instanceof WarcResponse
              || target instanceof WarcResource
              || target instanceof WarcRevisit;
      if (!capture || target instanceof WarcRequest) {
        return Optional.empty();
      }
      byte[] block = target.body().stream().readAllBytes();
      int status = target instanceof WarcResource ? 200 : StoredResponse.parse(block).status();
      return Optional.of(
          new CdxLine(
              target.target(),
              target.date(),
              status,
              "unk",
              target.headers().first("WARC-Payload-Digest").orElse(""),
              name,
              offset,
              found.end() - offset,
              found.end(),
              target instanceof WarcRevisit));
    }
  }
}
