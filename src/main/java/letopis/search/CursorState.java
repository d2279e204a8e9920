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
/// @param after sort values of the last hit seen
record CursorState(String request, Instant frozen, ArrayNode after) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGEST = 6;
  private static final int LONGEST = 2_000;
  private static final int MOST_VALUES = 4;

  CursorState {
    Objects.requireNonNull(request);
    Objects.requireNonNull(frozen);
    Objects.requireNonNull(after);
  }

  Cursor cursor() {
    ArrayNode all = JSON.createArrayNode().add(request).add(frozen.toEpochMilli()).add(after);
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
        all.size() == 3
            && all.get(0).isTextual()
            && all.get(1).isIntegralNumber()
            && all.get(2) instanceof ArrayNode after
            && !after.isEmpty()
            && after.size() <= MOST_VALUES;
    if (!right) {
      return Optional.empty();
    }
    for (JsonNode value : all.get(2)) {
      if (!value.isValueNode()) {
        return Optional.empty();
      }
    }
    Instant frozen = Instant.ofEpochMilli(all.get(1).asLong());
    return Optional.of(new CursorState(all.get(0).asText(), frozen, (ArrayNode) all.get(2)));
  }

  private static byte[] digest(byte[] json) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
