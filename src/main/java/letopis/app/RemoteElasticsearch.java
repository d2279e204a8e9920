package letopis.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;

/// Connects to a cluster that is not ours and makes sure that it is one we can use.
final class RemoteElasticsearch {
  private static final int MAJOR = 9;

  private RemoteElasticsearch() {}

  /// Connects; nothing is sent yet.
  ///
  /// @throws CommandFailure when this is no address, or a certificate cannot be read
  static Elasticsearch connect(URI address, Map<String, String> environment) {
    if (address.getHost() == null || address.getScheme() == null) {
      throw CommandFailure.wrongUsage("--elasticsearch " + address + " is not an address");
    }
    return Elasticsearch.connect(
        address,
        Credentials.from(environment),
        Optional.ofNullable(environment.get("LETOPIS_ES_CA")).map(RemoteElasticsearch::trust));
  }

  /// Makes sure that it is one we can use.
  ///
  /// @throws CommandFailure when it does not let us in or is of another version
  /// @throws IOException when it does not answer, or not yet
  static void check(Elasticsearch elasticsearch) throws IOException {
    check(elasticsearch.address(), elasticsearch.request("GET", "/_nodes/_local/_none"));
  }

  private static void check(URI address, Answer answer) throws IOException {
    if (answer.status() == 401 || answer.status() == 403) {
      throw CommandFailure.failed(
          "Elasticsearch at %s does not let us in (%d): set LETOPIS_ES_API_KEY, or LETOPIS_ES_USER"
                  .formatted(address, answer.status())
              + " and LETOPIS_ES_PASSWORD");
    }
    if (answer.status() >= 500) {
      throw new IOException("status " + answer.status() + ", " + answer.reason());
    }
    if (!answer.ok()) {
      throw CommandFailure.failed(
          "Elasticsearch at %s answered %d: %s"
              .formatted(address, answer.status(), answer.reason()));
    }
    for (JsonNode node : answer.json().path("nodes")) {
      String version = node.path("version").asText();
      if (!version.startsWith(MAJOR + ".")) {
        throw CommandFailure.failed(
            "Elasticsearch at %s is of version %s; %d.x is needed"
                .formatted(address, version, MAJOR));
      }
    }
  }

  private static SSLContext trust(String file) {
    try (InputStream pem = Files.newInputStream(Path.of(file))) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("ca" + count++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw CommandFailure.failed("LETOPIS_ES_CA " + file + " cannot be used: " + e.getMessage());
    }
  }
}
