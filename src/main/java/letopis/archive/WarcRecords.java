package letopis.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import letopis.document.CaptureRef;
import letopis.url.WebAddress;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
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
  private static final MediaType HTTP_REQUEST =
      MediaType.parse("application/http; msgtype=request");
  private static final MediaType HTTP_RESPONSE =
      MediaType.parse("application/http; msgtype=response");

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
  static Packed pack(Captured captured, String digest, Optional<Earlier> original)
      throws IOException {
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

  private static byte[] response(Captured captured, String digest, URI id) throws IOException {
    WarcResponse.Builder builder = new WarcResponse.Builder(captured.url());
    describe(builder, captured, digest, id);
    builder.setHeader(BLOCK_DIGEST, Digests.sha256(captured.head(), captured.raw()));
    return pack(builder, HTTP_RESPONSE, captured.head(), captured.raw());
  }

  private static byte[] resource(Captured captured, String digest, URI id) throws IOException {
    URI target =
        WebAddress.parse(captured.url())
            .orElseThrow(() -> new IOException("not a web address: " + captured.url()));
    WarcResource.Builder builder = new WarcResource.Builder(target);
    describe(builder, captured, digest, id);
    builder.setHeader(BLOCK_DIGEST, digest);
    return pack(builder, MediaType.parse(captured.type().orElseThrow()), captured.raw());
  }

  private static byte[] revisit(Captured captured, String digest, Earlier original, URI id)
      throws IOException {
    WarcRevisit.Builder builder =
        new WarcRevisit.Builder(
            captured.url(),
            original.unmodified()
                ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
                : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    describe(builder, captured, digest, id);
    CaptureRef ref = original.ref();
    builder.setHeader("WARC-Refers-To-Target-URI", original.url());
    builder.setHeader("WARC-Refers-To-Date", ref.at().toString());
    builder.setHeader(ORIGINAL_FILE, ref.file());
    builder.setHeader(ORIGINAL_OFFSET, String.valueOf(ref.offset()));
    builder.setHeader(ORIGINAL_LENGTH, String.valueOf(ref.length()));
    builder.setHeader(BLOCK_DIGEST, Digests.sha256(captured.head()));
    return pack(builder, HTTP_RESPONSE, captured.head());
  }

  private static byte[] request(Captured captured, URI response) throws IOException {
    byte[] head = captured.requestHead().orElseThrow().getBytes(StandardCharsets.ISO_8859_1);
    WarcRequest.Builder builder =
        new WarcRequest.Builder(captured.url())
            .version(MessageVersion.WARC_1_1)
            .date(captured.at())
            .concurrentTo(response)
            .setHeader(BLOCK_DIGEST, Digests.sha256(head));
    return pack(builder, HTTP_REQUEST, head);
  }

  private static <R extends WarcCaptureRecord, B extends WarcCaptureRecord.AbstractBuilder<R, B>>
      void describe(B builder, Captured captured, String digest, URI id) throws IOException {
    builder
        .version(MessageVersion.WARC_1_1)
        .recordId(id)
        .date(captured.at())
        .setHeader("WARC-Payload-Digest", digest);
    if (captured.server().isPresent()) {
      builder.ipAddress(InetAddress.getByName(captured.server().get()));
    }
    if (!captured.whole()) {
      builder.setHeader("WARC-Truncated", "length");
    }
    if (captured.requestedAs().isPresent()) {
      builder.setHeader(REQUESTED, captured.requestedAs().get());
    }
  }

  /// The builder is only given the length; the block follows its header without being copied.
  private static <R extends WarcRecord, B extends WarcRecord.AbstractBuilder<R, B>> byte[] pack(
      B builder, MediaType type, byte[]... block) {
    long length = 0;
    for (byte[] part : block) {
      length += part.length;
    }
    builder.setHeader("Content-Type", type.toString());
    builder.setHeader("Content-Length", String.valueOf(length));
    byte[][] parts = new byte[block.length + 2][];
    parts[0] = builder.build().serializeHeader();
    System.arraycopy(block, 0, parts, 1, block.length);
    parts[parts.length - 1] = END;
    return GzipMember.pack(parts);
  }
}
