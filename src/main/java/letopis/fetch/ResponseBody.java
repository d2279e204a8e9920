package letopis.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import letopis.fetch.FetchResult.Cause;

/// A response body as it came (RFC 9112 section 6).
///
/// @param raw with its transfer coding
/// @param payload without it; the same array when there was none
/// @param complete the connection is in step after it and can be used again
record ResponseBody(byte[] raw, byte[] payload, boolean complete) {
  private static final byte[] NONE = {};
  private static final int FIRST = 64 << 10;
  private static final int MAX_CHUNK_LINE = 8 << 10;
  private static final int MAX_TRAILER = 64 << 10;

  /// How much to read.
  ///
  /// @param bytes of the payload
  /// @param cut take that many and leave the rest, instead of failing with TOO_LARGE
  record Bound(long bytes, boolean cut) {}

  static ResponseBody read(Connection connection, ResponseHead head, Bound bound)
      throws IOException {
    if (head.status() == 204 || head.status() == 304) {
      return new ResponseBody(NONE, NONE, true);
    }
    if (head.isChunked()) {
      return new Chunks(connection, bound).read();
    }
    if (!head.values("transfer-encoding").isEmpty()) {
      return untilClosed(connection, bound);
    }
    Set<String> lengths = new HashSet<>();
    head.values("content-length").forEach(v -> lengths.addAll(List.of(v.split("\\s*,\\s*"))));
    if (lengths.isEmpty()) {
      return untilClosed(connection, bound);
    }
    String length = lengths.iterator().next();
    if (lengths.size() > 1 || !length.matches("\\d{1,18}")) {
      throw new FetchFailure(Cause.BAD_HTTP, "Content-Length: " + String.join(", ", lengths));
    }
    return sized(connection, Long.parseLong(length), bound);
  }

  private static ResponseBody sized(Connection connection, long length, Bound bound)
      throws IOException {
    if (length > bound.bytes() && !bound.cut()) {
      throw new FetchFailure(
          Cause.TOO_LARGE, length + " bytes announced, " + bound.bytes() + " allowed");
    }
    int wanted = (int) Math.min(length, bound.bytes());
    byte[] body = new byte[Math.min(wanted, FIRST)];
    int have = 0;
    while (have < wanted) {
      if (have == body.length) {
        // Grown by what arrives, not by what was announced: announcing costs nothing.
        body = Arrays.copyOf(body, (int) Math.min(wanted, body.length * 2L));
      }
      int n = connection.read(body, have, body.length - have);
      if (n < 0) {
        throw new FetchFailure(Cause.RESET, "closed after " + have + " of " + length + " bytes");
      }
      have += n;
    }
    return new ResponseBody(body, body, wanted == length && !connection.hasUnread());
  }

  private static ResponseBody untilClosed(Connection connection, Bound bound) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(FIRST);
    byte[] piece = new byte[16 << 10];
    for (int n; (n = connection.read(piece, 0, piece.length)) >= 0; ) {
      body.write(piece, 0, n);
      if (body.size() > bound.bytes()) {
        byte[] all = body.toByteArray();
        if (bound.cut()) {
          byte[] cut = Arrays.copyOf(all, (int) bound.bytes());
          return new ResponseBody(cut, cut, false);
        }
        throw new FetchFailure(Cause.TOO_LARGE, "more than " + bound.bytes() + " bytes");
      }
    }
    byte[] all = body.toByteArray();
    return new ResponseBody(all, all, false);
  }

  /// Reads a chunked body (RFC 9112 section 7.1) and keeps its bytes as they came.
  private static final class Chunks {
    private final Connection connection;
    private final Bound bound;
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream(FIRST);
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream(FIRST);

    Chunks(Connection connection, Bound bound) {
      this.connection = connection;
      this.bound = bound;
    }

    ResponseBody read() throws IOException {
      while (true) {
        long size = size(line());
        if (size == 0) {
          trailer();
          return new ResponseBody(
              raw.toByteArray(), payload.toByteArray(), !connection.hasUnread());
        }
        if (payload.size() + size > bound.bytes()) {
          if (!bound.cut()) {
            throw new FetchFailure(Cause.TOO_LARGE, "more than " + bound.bytes() + " bytes");
          }
          data(bound.bytes() - payload.size());
          byte[] cut = payload.toByteArray();
          return new ResponseBody(cut, cut, false);
        }
        data(size);
        if (raw.size() - payload.size() > bound.bytes()) {
          // Bytes around the chunks are kept, too: a line of kilobytes for each byte of content.
          throw new FetchFailure(
              Cause.TOO_LARGE, "chunk lines of more than " + bound.bytes() + " bytes");
        }
        if (!line().isBlank()) {
          throw new FetchFailure(Cause.BAD_HTTP, "chunk longer than it says");
        }
      }
    }

    private static long size(String line) throws FetchFailure {
      int end = line.indexOf(';');
      String digits = (end < 0 ? line : line.substring(0, end)).strip();
      if (!digits.matches("[0-9a-fA-F]{1,12}")) {
        throw new FetchFailure(Cause.BAD_HTTP, "not a chunk size: " + digits);
      }
      return Long.parseLong(digits, 16);
    }

    private void data(long size) throws IOException {
      byte[] piece = new byte[(int) Math.min(size, 16 << 10)];
      for (long left = size; left > 0; ) {
        int n = connection.read(piece, 0, (int) Math.min(left, piece.length));
        if (n < 0) {
          throw new FetchFailure(Cause.RESET, "closed within a chunk");
        }
        raw.write(piece, 0, n);
        payload.write(piece, 0, n);
        left -= n;
      }
    }

    private void trailer() throws IOException {
      int before = raw.size();
      while (!line().isBlank()) {
        if (raw.size() - before > MAX_TRAILER) {
          throw new FetchFailure(Cause.BAD_HTTP, "trailer over " + MAX_TRAILER + " bytes");
        }
      }
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream(16);
      while (true) {
        byte[] piece = connection.readThroughLineFeed();
        if (piece.length == 0) {
          throw new FetchFailure(Cause.RESET, "closed between chunks");
        }
        raw.writeBytes(piece);
        line.writeBytes(piece);
        if (line.size() > MAX_CHUNK_LINE) {
          throw new FetchFailure(Cause.BAD_HTTP, "chunk line over " + MAX_CHUNK_LINE + " bytes");
        }
        if (piece[piece.length - 1] == '\n') {
          return line.toString(StandardCharsets.ISO_8859_1);
        }
      }
    }
  }
}
