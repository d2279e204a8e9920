package letopis.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Undoes `Content-Encoding` (RFC 9110 section 8.4) within bounds, so that a small answer cannot
/// grow into all memory.
///
/// @param maxBytes of the result
/// @param maxRatio of result to input, applied beyond the first 64 KiB of result
public record ContentDecoding(long maxBytes, int maxRatio) {
  private static final Pattern MARKUP =
      Pattern.compile("^(?:\u00EF\u00BB\u00BF)?\\s*<(?:[!?]|[A-Za-z]{2,})[A-Za-z\\- >]");

  /// Codings that are registered, or were in use, and that we do not ask for.
  private static final Set<String> OTHERS =
      Set.of(
          "zstd",
          "compress",
          "x-compress",
          "dcb",
          "dcz",
          "aes128gcm",
          "exi",
          "pack200-gzip",
          "lzma",
          "xz",
          "bzip2",
          "sdch");

  private static final int FREE = 64 << 10;
  private static final int MAX_CODINGS = 3;
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  /// The body without its codings; the same array when there are none.
  ///
  /// A body that calls itself packed and is plain markup is taken as it is: servers that unpack on
  /// the way and forget the header are common. So is one under a label that names no coding: some
  /// give a character set there, and browsers pass over it.
  ///
  /// @param headerValues of `Content-Encoding`
  /// @throws FetchFailure BAD_ENCODING or TOO_LARGE
  public byte[] decode(byte[] body, List<String> headerValues) throws IOException {
    List<String> codings =
        headerValues.stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .filter(value -> !value.isEmpty() && !value.equals("identity"))
            .toList();
    if (codings.size() > MAX_CODINGS) {
      throw new FetchFailure(
          FetchResult.Cause.BAD_ENCODING, codings.size() + " content codings on one answer");
    }
    byte[] decoded = body;
    for (String coding : codings.reversed()) {
      decoded = decoded.length == 0 ? decoded : undo(coding, decoded);
    }
    boolean once = codings.size() == 1 && isGzip(codings.getFirst()) && decoded != body;
    // Packed by a program and by the server before it, who says so once.
    return once && startsAsGzip(decoded) ? undo("gzip", decoded) : decoded;
  }

  private byte[] undo(String coding, byte[] body) throws IOException {
    boolean notPacked = isGzip(coding) ? !startsAsGzip(body) : isMarkup(body);
    if (notPacked || !isCoding(coding)) {
      return body;
    }
    try (InputStream in = open(coding, body)) {
      return drain(in, body.length);
    } catch (FetchFailure e) {
      throw e;
    } catch (IOException e) {
      throw new FetchFailure(FetchResult.Cause.BAD_ENCODING, coding + ": " + e.getMessage());
    }
  }

  private static boolean isGzip(String coding) {
    return coding.equals("gzip") || coding.equals("x-gzip");
  }

  private static boolean startsAsGzip(byte[] body) {
    return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }

  /// Whether this reads as the begin of a page or feed. No zlib stream begins so, and a brotli
  /// stream that did would have to continue in letters by chance.
  private static boolean isMarkup(byte[] body) {
    String start = new String(body, 0, Math.min(body.length, 32), StandardCharsets.ISO_8859_1);
    return MARKUP.matcher(start).find();
  }

  /// Whether a body under this label may be packed.
  private static boolean isCoding(String label) {
    return isGzip(label) || label.equals("deflate") || label.equals("br") || OTHERS.contains(label);
  }

  private static InputStream open(String coding, byte[] body) throws IOException {
    InputStream in = new ByteArrayInputStream(body);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in, 8192);
      case "deflate" -> inflate(body);
      case "br" -> new BrotliInputStream(in);
      default ->
          throw new FetchFailure(
              FetchResult.Cause.BAD_ENCODING, "content coding " + coding + " is not supported");
    };
  }

  /// `deflate` means zlib (RFC 1950), but some servers send the bare RFC 1951 stream.
  private static InputStream inflate(byte[] body) {
    boolean zlib =
        body.length > 1
            && (body[0] & 0x0f) == 8
            && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(new ByteArrayInputStream(body), inflater) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  private byte[] drain(InputStream in, int compressed) throws IOException {
    byte[] out = new byte[Math.min(FREE, Math.max(1024, compressed * 4))];
    int length = 0;
    for (int n; (n = in.read(out, length, out.length - length)) >= 0; ) {
      length += n;
      if (length > maxBytes) {
        throw new FetchFailure(
            FetchResult.Cause.TOO_LARGE, "unpacks to more than " + maxBytes + " bytes");
      }
      if (length > FREE && length / maxRatio > compressed) {
        throw new FetchFailure(
            FetchResult.Cause.TOO_LARGE, "unpacks to more than " + maxRatio + " times its size");
      }
      if (length == out.length) {
        out = Arrays.copyOf(out, (int) Math.min(2L * out.length, Math.min(maxBytes + 1, LARGEST)));
      }
    }
    return Arrays.copyOf(out, length);
  }
}
