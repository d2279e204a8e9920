package letopis.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// An HTTP response out of an archive, ours or somebody's: the block of a WARC record taken apart.
///
/// @param headers lower-case names, values in order
/// @param payload without transfer coding, content coding as kept
public record StoredResponse(int status, Map<String, List<String>> headers, byte[] payload) {
  private static final int MAX_HEAD = 1 << 20;

  /// Some tools write the head of an HTTP/2 or HTTP/3 answer as if it had a status line.
  private static final Pattern LATER = Pattern.compile("^HTTP/[23](?:\\.0)? ");

  /// Reads a response that begins with its status line. A body that says it is chunked and is not
  /// is taken as it is: many tools keep the header and store the body joined.
  ///
  /// @throws IOException if it does not begin with the head of an HTTP response
  public static StoredResponse parse(byte[] block) throws IOException {
    int end = headLength(block);
    String text = new String(block, 0, end, StandardCharsets.ISO_8859_1);
    ResponseHead head = ResponseHead.parse(LATER.matcher(text).replaceFirst("HTTP/1.1 "));
    byte[] raw = Arrays.copyOfRange(block, end, block.length);
    return new StoredResponse(head.status(), head.headers(), head.isChunked() ? joined(raw) : raw);
  }

  /// The body with its content coding undone.
  public byte[] body(ContentDecoding decoding) throws IOException {
    return decoding.decode(payload, headers.getOrDefault("content-encoding", List.of()));
  }

  /// Bytes of the head with its final empty line, at the begin of a response.
  public static int headLength(byte[] block) {
    int most = Math.min(block.length, MAX_HEAD);
    for (int i = 0; i < most; i++) {
      if (block[i] != '\n') {
        continue;
      }
      if (i + 1 < most && block[i + 1] == '\n') {
        return i + 2;
      }
      if (i + 2 < most && block[i + 1] == '\r' && block[i + 2] == '\n') {
        return i + 3;
      }
    }
    return most;
  }

  private static byte[] joined(byte[] raw) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
    for (int at = 0; at < raw.length; ) {
      int lineEnd = at;
      while (lineEnd < raw.length && raw[lineEnd] != '\n') {
        lineEnd++;
      }
      String line = new String(raw, at, lineEnd - at, StandardCharsets.ISO_8859_1);
      int semicolon = line.indexOf(';');
      String digits = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
      if (!digits.matches("[0-9a-fA-F]{1,7}")) {
        return raw;
      }
      int size = Integer.parseInt(digits, 16);
      int start = lineEnd + 1;
      if (size == 0) {
        return out.toByteArray();
      }
      if (start + size > raw.length) {
        return raw;
      }
      out.write(raw, start, size);
      at = start + size;
      at += at < raw.length && raw[at] == '\r' ? 2 : 1;
    }
    return raw;
  }
}
