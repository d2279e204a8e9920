package letopis.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds captures by address: in the sorted indexes of finished files, in memory for the file that
/// we write, in the journals of other processes' files.
final class CaptureIndex {
  /// Files looked through for an earlier capture of the same payload: what is older is written
  /// anew rather than searched for at each page.
  private static final int RECENT = 8;

  /// Coarser than the times of any file system that we know, in milliseconds.
  private static final long TICK = 2000;

  private final Path folder;
  private final Map<String, List<CdxLine>> own = new HashMap<>();
  private final Map<Path, Journal> others = new HashMap<>();
  private String ownFile = "";
  private List<Path> finished = List.of();
  private FileTime listedAt = FileTime.fromMillis(0);

  CaptureIndex(Path folder) {
    this.folder = folder;
  }

  private record Journal(long size, Map<String, List<CdxLine>> lines) {}

  /// @param key of the line
  synchronized void add(String key, CdxLine line) {
    ownFile = line.file();
    own.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(line);
  }

  /// The file that we wrote has its sorted index now.
  synchronized void finished() {
    own.clear();
    ownFile = "";
  }

  /// All captures of an address, oldest first.
  synchronized List<CdxLine> find(String url) throws IOException {
    String key = CdxLine.key(url);
    List<CdxLine> found = new ArrayList<>(own.getOrDefault(key, List.of()));
    for (Path index : indexes()) {
      found.addAll(CdxFile.find(index, url));
    }
    List<Path> journals = files(folder, WarcFile.JOURNAL);
    // Those of files that their processes have finished are in the indexes now.
    others.keySet().retainAll(journals);
    for (Path journal : journals) {
      found.addAll(journal(journal).getOrDefault(key, List.of()));
    }
    found.sort(Comparator.comparing(CdxLine::at));
    return found;
  }

  /// Captures of an address in our own file and the newest finished ones.
  synchronized List<CdxLine> findRecent(String url) throws IOException {
    List<CdxLine> found = new ArrayList<>(own.getOrDefault(CdxLine.key(url), List.of()));
    List<Path> all = indexes();
    for (Path index : all.subList(Math.max(0, all.size() - RECENT), all.size())) {
      found.addAll(CdxFile.find(index, url));
    }
    return found;
  }

  /// Every line of one WARC file, finished or not.
  static List<CdxLine> lines(Path warc) throws IOException {
    Path index = WarcFile.sibling(warc, WarcFile.INDEX);
    return Files.exists(index) ? CdxFile.all(index) : WarcFile.journal(warc, Files.size(warc));
  }

  /// Files with this ending, by name, which begins with the time of their creation.
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }

  private List<Path> indexes() throws IOException {
    FileTime changed = Files.getLastModifiedTime(folder);
    if (!changed.equals(listedAt)) {
      finished = files(folder, WarcFile.INDEX);
      // A file that comes in the same tick of the clock does not change the time again.
      boolean settled = changed.toMillis() + TICK < System.currentTimeMillis();
      listedAt = settled ? changed : FileTime.fromMillis(0);
    }
    return finished;
  }

  private Map<String, List<CdxLine>> journal(Path journal) throws IOException {
    String name = journal.getFileName().toString();
    String stem = name.substring(0, name.length() - WarcFile.JOURNAL.length());
    Path warc = folder.resolve(stem + WarcFile.WARC);
    if (ownFile.equals(stem + WarcFile.WARC) || !Files.exists(warc)) {
      return Map.of();
    }
    long size = Files.size(warc);
    Journal known = others.get(journal);
    if (known == null || known.size() != size) {
      Map<String, List<CdxLine>> lines = new HashMap<>();
      for (CdxLine line : WarcFile.journal(warc, size)) {
        lines.computeIfAbsent(CdxLine.key(line.url()), _ -> new ArrayList<>(1)).add(line);
      }
      known = new Journal(size, lines);
      others.put(journal, known);
    }
    return known.lines();
  }
}
