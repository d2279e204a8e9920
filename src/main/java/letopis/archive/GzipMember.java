package letopis.archive;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// One gzip member (RFC 1952) holds one WARC record, so that each can be read by its offset.
final class GzipMember {
  /// Two fifths of the time of the default level 6 for a tenth more bytes; see docs/decisions.md.
  static final int LEVEL = 3;

  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int PIECE = 64 << 10;
  private static final byte[] BEGIN = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

  /// Made once, used by many: a new one costs more than to pack a small record.
  private static final BlockingQueue<Deflater> IDLE = new ArrayBlockingQueue<>(16);

  private GzipMember() {}

  /// A member found in a file.
  ///
  /// @param end offset of the first byte after it
  /// @param content unpacked
  record Found(long end, byte[] content) {}

  /// Packs these parts, one after the other, as one member.
  static byte[] pack(byte[]... parts) {
    Deflater deflater = IDLE.poll();
    if (deflater == null) {
      deflater = new Deflater(LEVEL, true);
    }
    byte[] packed = pack(deflater, parts);
    deflater.reset();
    if (!IDLE.offer(deflater)) {
      deflater.end();
    }
    return packed;
  }

  private static byte[] pack(Deflater deflater, byte[]... parts) {
    CRC32 crc = new CRC32();
    int size = 0;
    for (byte[] part : parts) {
      crc.update(part);
      size += part.length;
    }
    byte[] out = Arrays.copyOf(BEGIN, HEADER + TRAILER + 64 + (size < PIECE ? size : size / 3));
    int at = HEADER;
    for (int i = 0; i < parts.length; i++) {
      deflater.setInput(parts[i]);
      boolean last = i == parts.length - 1;
      if (last) {
        deflater.finish();
      }
      while (!deflater.needsInput() || last && !deflater.finished()) {
        if (out.length - at < TRAILER + 1) {
          out = Arrays.copyOf(out, out.length * 2);
        }
        at += deflater.deflate(out, at, out.length - at - TRAILER);
      }
    }
    ByteBuffer.wrap(out, at, TRAILER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) crc.getValue())
        .putInt(size);
    return Arrays.copyOf(out, at + TRAILER);
  }

  /// Unpacks the member that begins here and checks its length and CRC.
  ///
  /// @param maxBytes of its content
  /// @throws EOFException if the file ends within it
  /// @throws ZipException if it is damaged, is no member, or is larger
  static Found read(FileChannel file, long offset, long maxBytes) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE);
    fill(file, piece, offset);
    if (piece.remaining() < HEADER) {
      throw new EOFException("within a gzip header");
    }
    if (piece.getShort(0) != 0x1f8b || piece.get(2) != 8 || piece.get(3) != 0) {
      throw new ZipException("not one of our gzip members");
    }
    piece.position(HEADER);
    Inflater inflater = new Inflater(true);
    try {
      return inflate(file, offset, piece, inflater, maxBytes);
    } catch (DataFormatException e) {
      throw (ZipException) new ZipException(e.getMessage()).initCause(e);
    } finally {
      inflater.end();
    }
  }

  private static Found inflate(
      FileChannel file, long offset, ByteBuffer piece, Inflater inflater, long maxBytes)
      throws IOException, DataFormatException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(PIECE);
    byte[] unpacked = new byte[PIECE];
    long at = offset + piece.limit();
    inflater.setInput(piece);
    while (!inflater.finished()) {
      int n = inflater.inflate(unpacked);
      out.write(unpacked, 0, n);
      if (out.size() > maxBytes) {
        throw new ZipException("record over " + maxBytes + " bytes");
      }
      if (n == 0 && inflater.needsInput()) {
        fill(file, piece, at);
        if (!piece.hasRemaining()) {
          throw new EOFException("within a record");
        }
        at += piece.remaining();
        inflater.setInput(piece);
      }
    }
    long end = offset + HEADER + inflater.getBytesRead() + TRAILER;
    check(file, end, out.toByteArray());
    return new Found(end, out.toByteArray());
  }

  private static void check(FileChannel file, long end, byte[] content) throws IOException {
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
    while (trailer.hasRemaining() && file.read(trailer, end - trailer.remaining()) > 0) {}
    if (trailer.hasRemaining()) {
      throw new EOFException("within a gzip trailer");
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    if (trailer.getInt(0) != (int) crc.getValue() || trailer.getInt(4) != content.length) {
      throw new ZipException("CRC or length differs");
    }
  }

  private static void fill(FileChannel file, ByteBuffer piece, long offset) throws IOException {
    piece.clear();
    file.read(piece, offset);
    piece.flip();
  }
}
