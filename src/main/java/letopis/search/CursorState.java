package letopis.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/// What a cursor holds.
///
/// @param request digest of the request it continues, so that it is not used with another
/// @param frozen the time the first page was answered: later arrivals stay out of later pages
/// @param now what relative times of the request are counted from
/// @param after sort values of the last hit seen
record CursorState(String request, Instant frozen, Instant now, ArrayNode after) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGEST = 6;
  private static final int LONGEST = 2_000;
  private static final int MOST_VALUES = 4;
  private static final long LATEST = Instant.parse("9999-12-31T00:00:00Z").toEpochMilli();

  CursorState {
    Objects.requireNonNull(request);
    Objects.requireNonNull(frozen);
    Objects.requireNonNull(now);
    Objects.requireNonNull(after);
  }

  Cursor cursor() {
    ArrayNode all = JSON.createArrayNode().add(request).add(frozen.toEpochMilli());
    all.add(now.toEpochMilli()).add(after);
    byte[] json = all.toString().getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(digest(json), DIGEST + json.length);
    System.arraycopy(json, 0, whole, DIGEST, json.length);
    return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
  }

  static Optional<CursorState> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] whole = Base64.getUrlDecoder().decode(token);
      if (whole.length <= DIGEST) {
        return Optional.empty();
      }
      byte[] json = Arrays.copyOfRange(whole, DIGEST, whole.length);
      byte[] digest = Arrays.copyOf(digest(json), DIGEST);
      if (!MessageDigest.isEqual(digest, Arrays.copyOf(whole, DIGEST))) {
        return Optional.empty();
      }
      return state(JSON.readTree(new String(json, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<CursorState> state(JsonNode all) {
    boolean right =
        all.size() == 4
            && all.get(0).isTextual()
            && isTime(all.get(1))
            && isTime(all.get(2))
            && all.get(3) instanceof ArrayNode after
            && !after.isEmpty()
            && after.size() <= MOST_VALUES;
    if (!right) {
      return Optional.empty();
    }
    for (JsonNode value : all.get(3)) {
      if (!value.isValueNode()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new CursorState(
            all.get(0).asText(),
            Instant.ofEpochMilli(all.get(1).asLong()),
            Instant.ofEpochMilli(all.get(2).asLong()),
            (ArrayNode) all.get(3)));
  }

  /// Of four-digit years, as Elasticsearch reads them.
  private static boolean isTime(JsonNode millis) {
    return millis.isIntegralNumber() && millis.asLong() >= 0 && millis.asLong() < LATEST;
  }

  private static byte[] digest(byte[] json) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
