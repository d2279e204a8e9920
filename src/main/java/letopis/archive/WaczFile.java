package letopis.archive;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A web archive in one ZIP (WACZ 1.1.1), as Browsertrix and ArchiveWeb.page save it: WARC files
/// under `archive/`, and a `datapackage.json` with their digests.
public final class WaczFile implements AutoCloseable {
  /// No control characters: such names are no paths, or speak to the terminal.
  private static final Pattern WARC = Pattern.compile("archive/\\P{C}+\\.warc(\\.gz)?");
  private static final String PACKAGE = "datapackage.json";
  private static final int LARGEST_PACKAGE = 16 << 20;

  /// As for answers of the web: a ZIP may be a bomb, too.
  private static final long RATIO = 200;

  private static final long ALLOWANCE = 10L << 20;

  private final ZipFile zip;
  private final List<String> warcs;
  private final Map<String, String> digests;
  private final long most;

  private WaczFile(ZipFile zip, List<String> warcs, Map<String, String> digests, long most) {
    this.zip = zip;
    this.warcs = warcs;
    this.digests = digests;
    this.most = most;
  }

  /// Whether a file begins as a ZIP does.
  public static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] begin = in.readNBytes(4);
      return begin.length == 4 && begin[0] == 'P' && begin[1] == 'K' && begin[2] == 3;
    }
  }

  /// Opens one.
  ///
  /// @throws NotWarc if it is no whole ZIP, or has no WARC files, or two of one name
  public static WaczFile open(Path file) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new NotWarc("a ZIP file that cannot be read: " + e.getMessage());
    }
    try {
      return new WaczFile(zip, warcs(zip), digests(zip), RATIO * Files.size(file) + ALLOWANCE);
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  /// The names of its WARC files, in the order of their names.
  public List<String> warcs() {
    return warcs;
  }

  private static List<String> warcs(ZipFile zip) throws NotWarc {
    List<String> names = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
      String name = all.nextElement().getName();
      if (WARC.matcher(name).matches()) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      throw new NotWarc("a ZIP file without archive/*.warc.gz, so no WACZ");
    }
    // Of two, only one can be had by its name.
    if (new HashSet<>(names).size() < names.size()) {
      throw new NotWarc("a ZIP file with two WARC files of one name");
    }
    names.sort(null);
    return List.copyOf(names);
  }

  /// Unpacks one of its WARC files.
  ///
  /// @param to a file, which is replaced
  /// @return whether it is what the package gives the digest of; true where that gives none. At
  ///     least one tool (js-wacz 0.1.6) writes wrong ones, so that false need not mean harm
  /// @throws NotWarc if it is larger than can be meant, or cannot be unpacked
  public boolean extract(String warc, Path to) throws IOException {
    MessageDigest sha256 = Digests.begin();
    try (InputStream in = new DigestInputStream(zip.getInputStream(zip.getEntry(warc)), sha256);
        var out = Files.newOutputStream(to)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int read; (read = in.read(buffer)) > 0; ) {
        size += read;
        if (size > most) {
          throw new NotWarc(warc + " is more than " + RATIO + " times its package");
        }
        out.write(buffer, 0, read);
      }
    } catch (ZipException | EOFException e) {
      throw new NotWarc(warc + " cannot be unpacked: " + e.getMessage());
    }
    String wanted = digests.get(warc);
    return wanted == null
        || !wanted.startsWith("sha256:")
        || wanted.equalsIgnoreCase(Digests.written(sha256));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// The digests by path; none where there is no package to be read.
  private static Map<String, String> digests(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(PACKAGE);
    if (entry == null) {
      return Map.of();
    }
    Map<String, String> digests = new HashMap<>();
    try (InputStream in = zip.getInputStream(entry)) {
      JsonNode json = new ObjectMapper().readTree(in.readNBytes(LARGEST_PACKAGE));
      for (JsonNode resource : json.path("resources")) {
        digests.put(resource.path("path").asText(), resource.path("hash").asText());
      }
    } catch (JacksonException | ZipException | EOFException e) {
      return Map.of();
    }
    return Map.copyOf(digests);
  }
}
