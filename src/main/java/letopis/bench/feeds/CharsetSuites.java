package letopis.bench.feeds;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import letopis.parse.charset.Charsets;
import letopis.parse.charset.Charsets.Decoded;
import letopis.parse.charset.Charsets.Kind;
import letopis.parse.charset.LabelFinder;

/// The files of other character set detectors, read without any label, and the pages of html5lib
/// whose label a browser finds.
final class CharsetSuites {
  /// Which character set a file has, where no folder says it: from the tests of its project.
  private static final Map<String, String> GOLD =
      Map.ofEntries(
          Map.entry("euc.txt", "EUC-JP"),
          Map.entry("big5.txt", "Big5"),
          Map.entry("shiftjis.txt", "Shift_JIS"),
          Map.entry("utf16le.txt", "UTF-16"),
          Map.entry("euctw.txt", "x-EUC-TW"),
          Map.entry("iso88598.txt", "ISO-8859-8"),
          Map.entry("bug20-example-latin.txt", "windows-1252"),
          Map.entry("wikipediaJa_One_Thousand_and_One_Nights_SJIS.txt", "windows-31j"),
          Map.entry("wikipediaTw_One_Thousand_and_One_Nights_GB2312.txt", "GBK"),
          Map.entry("sample-arabic-1.txt", "windows-1256"),
          Map.entry("sample-arabic.txt", "UTF-8"),
          Map.entry("sample-french-1.txt", "windows-1252"),
          Map.entry("sample-french.txt", "UTF-8"),
          Map.entry("sample-greek-2.txt", "windows-1253"),
          Map.entry("sample-greek.txt", "windows-1253"),
          Map.entry("sample-russian-3.txt", "UTF-8"),
          Map.entry("sample-russian.txt", "x-MacCyrillic"),
          Map.entry("sample-spanish.txt", "UTF-8"));

  private static final String[][] REASONS = {
    {"euctw.txt", "EUC-TW, which no browser decodes"},
    {"iyagi-readme.txt", "Johab, which no browser decodes"},
    {"iso88598.txt", "letters right; a sign of windows-1255 is taken for one of ISO-8859-8"},
    {"bug20-example-latin.txt", "it says ÄÖÜßäöü, as no word does"},
    {
      "<meta charset=euc-jp read",
      "an element that is never closed, whose label is read all the same"
    },
    {"charset='utf-8\"", "a label with one quote, read all the same"}
  };

  private CharsetSuites() {}

  /// @param files whose folders, or else names, say the character set
  static Suite detected(String name, Map<String, byte[]> files) {
    Suite suite = new Suite(name, "the named character set, all text");
    files.forEach(
        (path, bytes) -> {
          Optional<Charset> gold = gold(path);
          if (gold.isPresent()) {
            String expected = new String(bytes, gold.get()).replaceFirst("^\ufeff", "");
            Decoded decoded = Charsets.decode(bytes, Optional.empty(), Kind.TEXT);
            count(suite, decoded.text().equals(expected), path + " read as " + decoded.charset());
          }
        });
    return suite;
  }

  /// @param files tests of html5lib's `encoding` folder
  static Suite labelled(Map<String, byte[]> files) {
    Suite suite = new Suite("html5lib encoding", "the label that browsers find");
    files.forEach(
        (path, bytes) -> {
          if (!path.endsWith(".dat") || path.contains("scripted")) {
            return;
          }
          String tests = new String(bytes, StandardCharsets.ISO_8859_1);
          for (String test : tests.split("(?m)^#data\n")) {
            int split = test.lastIndexOf("\n#encoding\n");
            if (split >= 0) {
              String data = test.substring(0, split);
              Charset found =
                  LabelFinder.inside(data.getBytes(StandardCharsets.ISO_8859_1), Kind.HTML)
                      .orElse(Charset.forName("windows-1252"));
              String label = test.substring(split + 11).strip().split("\n")[0];
              count(
                  suite,
                  Charsets.forLabel(label).equals(Optional.of(found)),
                  data.strip() + " read as " + found);
            }
          }
        });
    return suite;
  }

  private static void count(Suite suite, boolean right, String what) {
    if (right) {
      suite.same();
      return;
    }
    Optional<String> why = Optional.empty();
    for (String[] reason : REASONS) {
      if (what.contains(reason[0])) {
        why = Optional.of(reason[1]);
      }
    }
    suite.differs(what, why);
  }

  private static Optional<Charset> gold(String path) {
    String[] names = path.split("/");
    String byName = GOLD.get(names[names.length - 1]);
    if (byName != null) {
      return Optional.of(Charset.forName(byName));
    }
    String folder =
        names.length < 2
            ? ""
            : names[names.length - 2].replaceFirst("^(windows-125\\d|iso-8859-\\d+)-.*", "$1");
    return switch (folder) {
      case "UTF-16" -> Optional.of(StandardCharsets.UTF_16); // by its byte order mark
      case "Johab" -> Optional.of(Charset.forName("x-Johab"));
      case "utf-8-sig" -> Optional.of(StandardCharsets.UTF_8);
      default -> Charsets.forLabel(folder);
    };
  }
}
