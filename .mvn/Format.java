import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Checks (`--check`) or rewrites (`--apply`) the format of every Java file below a folder.
/// Arguments: goal, a file that remembers which contents were already found good, the folder.
class Format {
  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("--apply");
    Path memory = Path.of(args[1]);
    Map<String, String> known = new HashMap<>();
    if (Files.exists(memory)) {
      for (String line : Files.readAllLines(memory)) {
        int space = line.indexOf(' ');
        known.put(line.substring(space + 1), line.substring(0, space));
      }
    }
    Map<String, String> good = new TreeMap<>();
    List<String> bad = new ArrayList<>();
    Formatter formatter = new Formatter();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(args[2]))) {
      files = walk.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      String source = Files.readString(file);
      if (sum(source).equals(known.get(file.toString()))) {
        good.put(file.toString(), sum(source));
        continue;
      }
      try {
        String wanted = formatter.formatSourceAndFixImports(source);
        if (!wanted.equals(source)) {
          if (apply) {
            Files.writeString(file, wanted);
          } else {
            bad.add(file.toString());
            continue;
          }
        }
        good.put(file.toString(), sum(wanted));
      } catch (FormatterException e) {
        bad.add(file + ": " + e.getMessage());
      }
    }
    Files.createDirectories(memory.getParent());
    List<String> lines = new ArrayList<>();
    good.forEach((file, sum) -> lines.add(sum + " " + file));
    Files.write(memory, lines);
    if (!bad.isEmpty()) {
      System.err.println("Not formatted (run: mvn -q process-sources -Dformat.goal=--apply):");
      bad.forEach(file -> System.err.println("  " + file));
      System.exit(1);
    }
  }

  private static String sum(String text) {
    try {
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
