package letopis.bench.lies;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import letopis.bench.lies.Lie.Verdict;
import letopis.index.state.CoverageState;
import letopis.index.state.Poll;
import letopis.sources.Access;

/// Certificates that do not say what they should, made by the `keytool` of this Java.
final class TlsLies {
  private static final char[] PASSWORD = "no secret".toCharArray();
  private static final String NAME = "vestnik.example";

  private TlsLies() {}

  static List<Lie> all() {
    return List.of(
        new Lie(
            "has a certificate that has expired",
            lab -> refused(lab, new Made("-10d", "5", NAME), true)),
        new Lie(
            "has the certificate of another host",
            lab -> refused(lab, new Made("-1d", "30", "other.example"), true)),
        new Lie(
            "has a certificate that nobody known has signed",
            lab -> refused(lab, new Made("-1d", "30", NAME), false)));
  }

  /// A certificate.
  ///
  /// @param start as `keytool` takes it
  /// @param days it is good for
  private record Made(String start, String days, String host) {}

  /// What is wrong is named, nothing is read, and the same site with the right certificate is.
  private static Verdict refused(Lab lab, Made wrong, boolean known)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("letopis-keys");
    try {
      KeyStore right = keys(folder.resolve("right"), new Made("-1d", "30", NAME));
      KeyStore lie = keys(folder.resolve("lie"), wrong);
      List<KeyStore> trusted = known ? List.of(right, lie) : List.of(right);
      lab.naming(_ -> new InetAddress[] {InetAddress.getLoopbackAddress()});
      lab.trusting(trusting(trusted).getSocketFactory());
      HttpsServer server = server(lie);
      try {
        URI feed = URI.create("https://" + NAME + ":" + server.getAddress().getPort() + "/feed");
        lab.watch(new Access.Rss(feed)).crawl();
        Poll look = lab.lastLook();
        lab.forward(Lab.LATER);
        server.stop(0);
        HttpsServer mended = server(right, server.getAddress());
        try {
          lab.crawl();
        } finally {
          mended.stop(0);
        }
        boolean named = look.detail().startsWith("tls: ");
        boolean back = lab.lastLook().state() == CoverageState.WATCHED;
        return new Verdict(
            look.state() == CoverageState.DOWN && named && look.entries() == 0 && back,
            "%s: %s; %s with the right one"
                .formatted(look.state().label(), look.detail(), lab.lastLook().state().label()));
      } finally {
        server.stop(0);
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    } finally {
      delete(folder);
    }
  }

  private static HttpsServer server(KeyStore keys) throws IOException, GeneralSecurityException {
    return server(keys, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static HttpsServer server(KeyStore keys, InetSocketAddress at)
      throws IOException, GeneralSecurityException {
    HttpsServer server = HttpsServer.create(at, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serving(keys)));
    byte[] feed =
        "<rss version=\"2.0\"><channel><title>В</title><item><title>т</title></item></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            boolean robots = exchange.getRequestURI().getPath().equals("/robots.txt");
            exchange.sendResponseHeaders(robots ? 404 : 200, robots ? -1 : feed.length);
            exchange.getResponseBody().write(robots ? new byte[0] : feed);
          }
        });
    server.start();
    return server;
  }

  private static SSLContext serving(KeyStore keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore site = KeyStore.getInstance("PKCS12");
    site.load(null, null);
    site.setKeyEntry(
        "site", keys.getKey("site", PASSWORD), PASSWORD, keys.getCertificateChain("site"));
    managers.init(site, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static SSLContext trusting(List<KeyStore> all)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (KeyStore keys : all) {
      trusted.setCertificateEntry("authority-" + trusted.size(), keys.getCertificate("ca"));
    }
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /// A store with an authority and a certificate for a site that it has signed.
  private static KeyStore keys(Path file, Made made)
      throws IOException, InterruptedException, GeneralSecurityException {
    keytool(file, "ca", "CN=Authority", "-ext", "bc:c", "-startdate", "-30d", "-validity", "90");
    keytool(
        file,
        "site",
        "CN=" + made.host(),
        "-signer",
        "ca",
        "-ext",
        "san=dns:" + made.host(),
        "-startdate",
        made.start(),
        "-validity",
        made.days());
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static void keytool(Path file, String alias, String name, String... more)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", file.toString(), "-storepass", String.valueOf(PASSWORD)));
    command.addAll(List.of("-alias", alias, "-dname", name));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private static void delete(Path folder) throws IOException {
    for (String name : List.of("right", "lie")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.delete(folder);
  }
}
