package letopis.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import letopis.api.http.Call;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.SecurityHeaders;
import letopis.api.http.Wording;

/// Serves the web page: its own files, and those of the libraries it uses, from the class path.
/// Nothing that is not listed here is served.
final class WebPage {
  /// The addresses that show the page; which view, the page itself decides.
  static final List<String> VIEWS =
      List.of(
          "/",
          "/document/{id}",
          "/trace",
          "/sources",
          "/sources/{id}",
          "/watches",
          "/fact-checks",
          "/cases",
          "/cases/{id}");

  private static final List<String> FILES =
      List.of(
          "app.css",
          "icon.svg",
          "app.js",
          "api.js",
          "dom.js",
          "i18n.js",
          "parts.js",
          "chart.js",
          "search.js",
          "document.js",
          "trace.js",
          "cases.js",
          "factchecks.js",
          "sources.js",
          "watches.js",
          "docs.js");

  private static final Map<String, Library> LIBRARIES =
      Map.of(
          "uplot.js", new Library("org.webjars.npm", "uplot", "dist/uPlot.esm.js"),
          "uplot.css", new Library("org.webjars.npm", "uplot", "dist/uPlot.min.css"),
          "swagger-ui.js", new Library("org.webjars", "swagger-ui", "swagger-ui-bundle.js"),
          "swagger-ui.css", new Library("org.webjars", "swagger-ui", "swagger-ui.css"));

  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();

  private record Library(String group, String artifact, String file) {}

  private record Asset(byte[] bytes, String digest) {}

  Reply view(Call call) {
    return html(200, "web/index.html", SecurityHeaders.PAGE);
  }

  /// The page at an address that shows nothing.
  Reply nowhere() {
    return html(404, "web/index.html", SecurityHeaders.PAGE);
  }

  Reply docs(Call call) {
    return html(200, "web/docs.html", SecurityHeaders.DOCS);
  }

  Reply asset(Call call) {
    String file = call.path("file");
    return FILES.contains(file) ? bytes("web/" + file, type(file), Map.of()) : missing();
  }

  Reply library(Call call) {
    String file = call.path("file");
    Library library = LIBRARIES.get(file);
    return library == null ? missing() : bytes(path(library), type(file), Map.of());
  }

  Reply openapi(Call call) {
    return bytes("openapi.yaml", "application/yaml", Map.of());
  }

  private Reply html(int status, String resource, String policy) {
    return bytes(
        status,
        resource,
        "text/html; charset=utf-8",
        Map.of("Content-Security-Policy", policy, "Cache-Control", "no-cache"));
  }

  private Reply bytes(String resource, String type, Map<String, String> headers) {
    return bytes(200, resource, type, headers);
  }

  private Reply bytes(int status, String resource, String type, Map<String, String> headers) {
    Asset asset = loaded.computeIfAbsent(resource, WebPage::load);
    return new Reply.Bytes(status, type, asset.bytes, Optional.of(asset.digest), headers);
  }

  private static Reply missing() {
    return Reply.refused(
        Problem.notFound(new Wording("there is no such file", "такого файла нет")));
  }

  private static String type(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "js" -> "text/javascript; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no content type for " + file);
    };
  }

  /// A WebJar keeps its files under its own version.
  private static String path(Library library) {
    String properties = "META-INF/maven/" + library.group + "/" + library.artifact;
    try (InputStream in = open(properties + "/pom.properties")) {
      Properties read = new Properties();
      read.load(in);
      return "META-INF/resources/webjars/"
          + library.artifact
          + "/"
          + read.getProperty("version")
          + "/"
          + library.file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset load(String resource) {
    try (InputStream in = open(resource)) {
      byte[] bytes = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(bytes, HexFormat.of().formatHex(Arrays.copyOf(digest, 8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = WebPage.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("not on the class path: " + resource);
    }
    return in;
  }
}
