package letopis.api.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import letopis.api.http.Role;

/// The keys that callers from other machines present. Only SHA-256 hashes are kept: a key is 256
/// random bits, so that a fast hash gives nothing away.
///
/// @param keys in the order they were made
public record ApiKeys(List<Key> keys) {
  public static final ApiKeys NONE = new ApiKeys(List.of());
  public static final int DEFAULT_PER_MINUTE = 600;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final int SHORTEST = 24;

  public ApiKeys {
    keys = List.copyOf(keys);
  }

  /// One key.
  ///
  /// @param name for logs and the audit; `[A-Za-z0-9._-]`, at most 64 characters
  /// @param sha256 hash of the key's UTF-8 bytes, lower-case hexadecimal
  /// @param perMinute requests allowed per minute, at least 1
  public record Key(String name, Role role, String sha256, int perMinute) {
    public Key {
      Objects.requireNonNull(role);
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("key name “" + name + "”: letters, digits, . _ - only");
      }
      if (!sha256.matches("[0-9a-f]{64}")) {
        throw new IllegalArgumentException("key “" + name + "”: sha256 is not 64 hex digits");
      }
      if (role == Role.ANYONE) {
        throw new IllegalArgumentException("key “" + name + "” has no role");
      }
      if (perMinute < 1) {
        throw new IllegalArgumentException("key “" + name + "”: per_minute must be at least 1");
      }
    }
  }

  /// A key just made; the secret is shown once and kept nowhere.
  public record Made(Key key, String secret) {}

  /// Makes a key.
  public static Made make(String name, Role role, int perMinute) {
    byte[] bits = new byte[32];
    new SecureRandom().nextBytes(bits);
    String secret = "lt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    return new Made(new Key(name, role, sha256(secret), perMinute), secret);
  }

  /// Reads the file that [#save] wrote; no file means no keys.
  ///
  /// @throws IllegalArgumentException when it is not such a file; the message says why
  public static ApiKeys load(Path file) throws IOException {
    if (!Files.exists(file)) {
      return NONE;
    }
    List<Key> keys = new ArrayList<>();
    try {
      for (JsonNode key : JSON.readTree(Files.readAllBytes(file)).path("keys")) {
        Role role =
            Role.of(key.path("role").asText())
                .orElseThrow(() -> new IllegalArgumentException("role: read, edit or admin"));
        keys.add(
            new Key(
                key.path("name").asText(),
                role,
                key.path("sha256").asText(),
                key.path("per_minute").asInt(DEFAULT_PER_MINUTE)));
      }
    } catch (IllegalArgumentException | com.fasterxml.jackson.core.JacksonException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    return new ApiKeys(keys);
  }

  /// Keys of an environment variable: `name:role:secret` with commas between.
  ///
  /// @throws IllegalArgumentException naming what is wrong, never the secret
  public static ApiKeys ofEnvironment(String value) {
    List<Key> keys = new ArrayList<>();
    for (String entry : value.split(",")) {
      if (entry.isBlank()) {
        continue;
      }
      String[] parts = entry.strip().split(":", 3);
      Optional<Role> role = parts.length == 3 ? Role.of(parts[1]) : Optional.empty();
      if (role.isEmpty() || parts[2].length() < SHORTEST) {
        throw new IllegalArgumentException(
            "key “"
                + parts[0]
                + "”: expected name:role:secret with role read, edit or admin and a secret of at"
                + " least "
                + SHORTEST
                + " characters");
      }
      keys.add(new Key(parts[0], role.get(), sha256(parts[2]), DEFAULT_PER_MINUTE));
    }
    return new ApiKeys(keys);
  }

  /// These and those.
  public ApiKeys and(ApiKeys others) {
    List<Key> all = new ArrayList<>(keys);
    all.addAll(others.keys);
    return new ApiKeys(all);
  }

  /// Writes them, readable only to the owner, replacing the file in one step.
  public void save(Path file) throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode list = root.putArray("keys");
    for (Key key : keys) {
      list.addObject()
          .put("name", key.name)
          .put("role", key.role.label())
          .put("sha256", key.sha256)
          .put("per_minute", key.perMinute);
    }
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    Path fresh =
        Files.createTempFile(
            folder,
            "keys",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  /// The key with this secret. Compares hashes in constant time.
  Optional<Key> find(String secret) {
    byte[] hash = sha256(secret).getBytes(StandardCharsets.US_ASCII);
    return keys.stream()
        .filter(key -> MessageDigest.isEqual(hash, key.sha256.getBytes(StandardCharsets.US_ASCII)))
        .findFirst();
  }

  private static String sha256(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
