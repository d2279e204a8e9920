package letopis.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Writes WARC files in the manner of other tools, byte by byte, without any code of ours.
public final class ForeignWarc {
  private final String version;
  private final boolean packed;
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private int count;

  /// @param version such as `WARC/1.0`
  /// @param packed each record is a gzip member
  public ForeignWarc(String version, boolean packed) {
    this.version = version;
    this.packed = packed;
  }

  /// The file so far.
  public byte[] bytes() {
    return file.toByteArray();
  }

  /// Bytes so far: where the next record begins.
  public int size() {
    return file.size();
  }

  /// Adds a record.
  ///
  /// @param target empty for none
  public ForeignWarc record(String type, String target, Map<String, String> fields, byte[] block) {
    StringBuilder head = new StringBuilder(version + "\r\nWARC-Type: " + type + "\r\n");
    Map<String, String> all = new TreeMap<>(fields);
    all.putIfAbsent("WARC-Date", "2026-11-01T10:00:0" + count % 10 + "Z");
    all.putIfAbsent("WARC-Record-ID", "<urn:uuid:" + new UUID(7, count++) + ">");
    if (!target.isEmpty()) {
      all.put("WARC-Target-URI", target);
    }
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(block.length).append("\r\n\r\n");
    byte[] record = join(head.toString().getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
    file.writeBytes(packed ? HostileServer.gzip(record) : record);
    return this;
  }

  /// Adds a response record.
  public ForeignWarc response(String target, Map<String, String> fields, byte[] http) {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("Content-Type", "application/http; msgtype=response");
    return record("response", target, all, http);
  }

  /// The request that belongs to a response, as crawlers write it.
  public ForeignWarc request(String target) {
    byte[] http = ("GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: other\r\n\r\n").getBytes(UTF_8);
    return record(
        "request", target, Map.of("Content-Type", "application/http; msgtype=request"), http);
  }

  /// An HTTP answer.
  public static byte[] http(String headers, byte[] body) {
    return join(("HTTP/1.1 200 OK\r\n" + headers + "\r\n").getBytes(UTF_8), body);
  }

  /// A body in chunks of a hundred bytes.
  public static byte[] chunked(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += 100) {
      int size = Math.min(100, body.length - at);
      out.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(UTF_8));
      out.write(body, at, size);
      out.writeBytes("\r\n".getBytes(UTF_8));
    }
    out.writeBytes("0\r\n\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  /// Up to 65,536 bytes as one uncompressed block of brotli and the empty last one (RFC 7932
  /// section 9.2).
  public static byte[] brotli(byte[] body) {
    int head = (body.length - 1) << 4 | 1 << 20;
    byte[] begin = {(byte) head, (byte) (head >> 8), (byte) (head >> 16)};
    return join(begin, body, new byte[] {3});
  }

  /// A digest in the form of most tools: `sha1:` and something of that shape, here derived from
  /// the text, since readers only compare it.
  public static String digest(byte[] payload) {
    return "sha1:"
        + HexFormat.of()
            .formatHex(UUID.nameUUIDFromBytes(payload).toString().getBytes(UTF_8), 0, 16)
            .toUpperCase(Locale.ROOT);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
