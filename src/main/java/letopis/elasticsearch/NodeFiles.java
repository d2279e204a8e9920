package letopis.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Writes the configuration of the managed node, new at each start.
final class NodeFiles {
  private static final String USER = "letopis";

  private static final String SETTINGS =
      """
      cluster.name: letopis
      node.name: local
      discovery.type: single-node
      # Never beyond this machine.
      network.host: 127.0.0.1
      http.port: %d
      transport.port: 0
      node.portsfile: true
      # Packing answers for ourselves costs both sides more than the bytes on loopback.
      http.compression: false
      path.data: %s
      path.logs: %s
      path.repo: %s
      xpack.security.enabled: true
      # The generated user lives in the files realm; nobody else is let in but by API key.
      xpack.security.authc.reserved_realm.enabled: false
      # Shares of a disk make no sense on a small or a shared one.
      cluster.routing.allocation.disk.watermark.low: 1gb
      cluster.routing.allocation.disk.watermark.high: 750mb
      cluster.routing.allocation.disk.watermark.flood_stage: 400mb
      # A partition per year and a few for bookkeeping, with room for several archives in tests.
      cluster.max_shards_per_node: 10000
      action.destructive_requires_name: true
      # An index of ours is made from its file or not at all.
      action.auto_create_index: "-letopis*,+*"
      """;

  /// What goes wrong before log4j is ready is on the console; the rest is in the log.
  private static final String LOGGING =
      """
      status = error
      appender.file.type = RollingFile
      appender.file.name = file
      appender.file.fileName = ${sys:es.logs.base_path}/elasticsearch.log
      appender.file.filePattern = ${sys:es.logs.base_path}/elasticsearch-%i.log
      appender.file.layout.type = PatternLayout
      appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n%ex{5}
      appender.file.policies.type = Policies
      appender.file.policies.size.type = SizeBasedTriggeringPolicy
      appender.file.policies.size.size = 16MB
      appender.file.strategy.type = DefaultRolloverStrategy
      appender.file.strategy.max = 3
      rootLogger.level = info
      rootLogger.appenderRef.file.ref = file
      logger.deprecation.name = deprecation
      logger.deprecation.level = error
      """;

  private NodeFiles() {}

  /// Writes everything and gives it to the node's user.
  ///
  /// @param user the only one who is let in
  static void write(NodeSettings settings, Credentials.Password user) throws IOException {
    for (Path folder : settings.folders()) {
      Files.createDirectories(folder);
    }
    Files.createDirectories(settings.config().resolve("jvm.options.d"));
    Path defaults = settings.home().resolve("config");
    for (String name : List.of("jvm.options", "roles.yml", "role_mapping.yml")) {
      Files.copy(
          defaults.resolve(name),
          settings.config().resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    write(settings, "log4j2.properties", LOGGING);
    write(
        settings,
        "elasticsearch.yml",
        SETTINGS.formatted(
            settings.port(),
            quoted(settings.indices()),
            quoted(settings.logs()),
            quoted(settings.snapshots())));
    write(settings, "users", user.user() + ":" + hash(user.password()) + "\n");
    write(settings, "users_roles", "superuser:" + user.user() + "\n");
    // Logs and port files of an earlier run would be read as this run's.
    Files.deleteIfExists(settings.logs().resolve("http.ports"));
    Files.deleteIfExists(settings.logs().resolve("console.log"));
    Path log = settings.logs().resolve("elasticsearch.log");
    if (Files.exists(log)) {
      Files.move(log, settings.logs().resolve("previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    own(settings);
  }

  /// A user with a password that nobody has had before.
  static Credentials.Password newUser() {
    return new Credentials.Password(USER, random());
  }

  private static void own(NodeSettings settings) throws IOException {
    for (Path folder : settings.folders()) {
      Unprivileged.own(folder);
    }
    Files.setPosixFilePermissions(settings.config(), PosixFilePermissions.fromString("rwx------"));
    Files.setPosixFilePermissions(settings.indices(), PosixFilePermissions.fromString("rwx------"));
  }

  private static void write(NodeSettings settings, String name, String text) throws IOException {
    Files.writeString(settings.config().resolve(name), text);
  }

  /// A YAML scalar in double quotes.
  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The form of Elasticsearch's `Hasher.PBKDF2_1000`. Stretching protects guessable passwords; 256
  /// random bits need none.
  private static String hash(String password) {
    byte[] salt = new byte[32];
    new SecureRandom().nextBytes(salt);
    try {
      byte[] key =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 1000, 256))
              .getEncoded();
      Base64.Encoder encoder = Base64.getEncoder();
      return "{PBKDF2}1000$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", e);
    }
  }
}
