package letopis.document;

import java.time.Instant;
import java.util.Objects;

/// Where the bytes that a document was made from are kept.
///
/// @param file name of the WARC file, relative to the archive folder
/// @param offset of the response (or revisit) record in that file, in bytes
/// @param length of the record in that file, in bytes (compressed as stored)
/// @param digest of the payload, as in `WARC-Payload-Digest`: `sha256:…` or `sha1:…`
/// @param at when the capture began, our clock
public record CaptureRef(String file, long offset, long length, String digest, Instant at) {
  public CaptureRef {
    Objects.requireNonNull(file);
    Objects.requireNonNull(digest);
    Objects.requireNonNull(at);
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("negative offset or length");
    }
  }
}
