package letopis.archive;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import letopis.document.CaptureRef;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;

/// Makes packed WARC 1.1 records (ISO 28500:2017) of what was captured.
final class WarcRecords {
  /// Our field of a response that redirects led to: the address that was asked for.
  static final String REQUESTED = "Letopis-Requested-URI";

  /// Our fields of a revisit: where the payload is, so that no look-up is needed.
  static final String ORIGINAL_FILE = "Letopis-Refers-To-File";

  static final String ORIGINAL_OFFSET = "Letopis-Refers-To-Offset";
  static final String ORIGINAL_LENGTH = "Letopis-Refers-To-Length";

  private static final String BLOCK_DIGEST = "WARC-Block-Digest";
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final String HTTP_REQUEST = "application/http; msgtype=request";
  private static final String HTTP_RESPONSE = "application/http; msgtype=response";

  private WarcRecords() {}

  /// What one capture consists of.
  ///
  /// @param head of the response with its final empty line; empty for a resource
  /// @param raw body as received
  /// @param payload the same without transfer coding
  /// @param type of a resource
  /// @param whole false when only the begin of the body was read
  record Captured(
      String url,
      Instant at,
      int status,
      byte[] head,
      byte[] raw,
      byte[] payload,
      Optional<String> type,
      Optional<String> server,
      Optional<String> requestHead,
      Optional<String> requestedAs,
      boolean whole) {}

  /// An earlier capture that a revisit refers to.
  ///
  /// @param unmodified the server said that nothing has changed since; else the payload is the same
  record Earlier(String url, CaptureRef ref, boolean unmodified) {}

  /// The records of one capture.
  ///
  /// @param main response, resource or revisit, packed
  /// @param request packed, empty when unknown
  record Packed(byte[] main, byte[] request) {}

  static byte[] warcinfo(String file, Instant at, String software) throws IOException {
    Warcinfo info =
        new Warcinfo.Builder()
            .version(MessageVersion.WARC_1_1)
            .date(at)
            .filename(file)
            .fields(
                Map.of(
                    "software", List.of(software),
                    "format", List.of("WARC File Format 1.1"),
                    "robots", List.of("obey (RFC 9309)")))
            .build();
    byte[] block = info.body().stream().readAllBytes();
    return GzipMember.pack(info.serializeHeader(), block, END);
  }

  /// @param digest of the payload; of that of the earlier capture for a 304
  /// @param original an earlier capture with the same payload, to which this one then refers
  static Packed pack(Captured captured, String digest, Optional<Earlier> original) {
    URI id = URI.create("urn:uuid:" + UUID.randomUUID());
    byte[] main =
        original.isPresent()
            ? revisit(captured, digest, original.get(), id)
            : captured.type().isPresent()
                ? resource(captured, digest, id)
                : response(captured, digest, id);
    byte[] request = captured.requestHead().isPresent() ? request(captured, id) : new byte[0];
    return new Packed(main, request);
  }

  private static byte[] response(Captured captured, String digest, URI id) {
    WarcHeader header = header("response", captured, digest, id);
    header.add(BLOCK_DIGEST, Digests.sha256(captured.head(), captured.raw()));
    return pack(header, HTTP_RESPONSE, captured.head(), captured.raw());
  }

  private static byte[] resource(Captured captured, String digest, URI id) {
    WarcHeader header = header("resource", captured, digest, id).add(BLOCK_DIGEST, digest);
    return pack(header, captured.type().orElseThrow(), captured.raw());
  }

  private static byte[] revisit(Captured captured, String digest, Earlier original, URI id) {
    URI profile =
        original.unmodified()
            ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
            : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1;
    CaptureRef ref = original.ref();
    WarcHeader header =
        header("revisit", captured, digest, id)
            .add("WARC-Profile", profile.toString())
            .add("WARC-Refers-To-Target-URI", original.url())
            .add("WARC-Refers-To-Date", ref.at().toString())
            .add(ORIGINAL_FILE, ref.file())
            .add(ORIGINAL_OFFSET, String.valueOf(ref.offset()))
            .add(ORIGINAL_LENGTH, String.valueOf(ref.length()))
            .add(BLOCK_DIGEST, Digests.sha256(captured.head()));
    return pack(header, HTTP_RESPONSE, captured.head());
  }

  private static byte[] request(Captured captured, URI response) {
    byte[] head = captured.requestHead().orElseThrow().getBytes(StandardCharsets.ISO_8859_1);
    WarcHeader header =
        new WarcHeader("request")
            .add("WARC-Record-ID", "<urn:uuid:" + UUID.randomUUID() + ">")
            .add("WARC-Date", captured.at().toString())
            .add("WARC-Target-URI", captured.url())
            .add("WARC-Concurrent-To", "<" + response + ">")
            .add(BLOCK_DIGEST, Digests.sha256(head));
    return pack(header, HTTP_REQUEST, head);
  }

  private static WarcHeader header(String type, Captured captured, String digest, URI id) {
    WarcHeader header =
        new WarcHeader(type)
            .add("WARC-Record-ID", "<" + id + ">")
            .add("WARC-Date", captured.at().toString())
            .add("WARC-Target-URI", captured.url())
            .add("WARC-Payload-Digest", digest);
    captured.server().ifPresent(address -> header.add("WARC-IP-Address", address));
    captured.requestedAs().ifPresent(address -> header.add(REQUESTED, address));
    return captured.whole() ? header : header.add("WARC-Truncated", "length");
  }

  /// The block follows its header without being copied.
  private static byte[] pack(WarcHeader header, String type, byte[]... block) {
    long length = 0;
    for (byte[] part : block) {
      length += part.length;
    }
    header.add("Content-Type", type).add("Content-Length", String.valueOf(length));
    byte[][] parts = new byte[block.length + 2][];
    parts[0] = header.bytes();
    System.arraycopy(block, 0, parts, 1, block.length);
    parts[parts.length - 1] = END;
    return GzipMember.pack(parts);
  }
}
