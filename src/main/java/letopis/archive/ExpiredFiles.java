package letopis.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The WARC files that are old enough to be deleted as a whole. Whether anything still needs what
/// one holds is for the caller to know.
public final class ExpiredFiles {
  /// The index of a file that is being deleted: what a deletion that broke off has left.
  private static final String GOING = ".cdxj.expired";

  private final Path folder;

  /// @param folder of the WARC files
  public ExpiredFiles(Path folder) {
    this.folder = Objects.requireNonNull(folder);
  }

  /// Names of the finished files to which nothing was added since this time, the oldest first.
  public List<String> before(Instant time) throws IOException {
    List<String> names = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return names;
    }
    for (Path file : CaptureIndex.files(folder, WarcFile.WARC)) {
      boolean old = Files.getLastModifiedTime(file).compareTo(FileTime.from(time)) < 0;
      if (old && Files.exists(WarcFile.sibling(file, WarcFile.INDEX))) {
        names.add(file.getFileName().toString());
      }
    }
    return names;
  }

  /// Digests of the payloads that a file holds itself.
  public Set<String> payloads(String file) throws IOException {
    return CaptureIndex.lines(folder.resolve(file)).stream()
        .filter(line -> !line.revisit())
        .map(CdxLine::digest)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Deletes a file with its index: first out of sight, then from the disk.
  ///
  /// @return bytes it had
  public long delete(String file) throws IOException {
    Path warc = folder.resolve(file);
    long bytes = Files.size(warc);
    Path going = WarcFile.sibling(warc, GOING);
    Files.move(WarcFile.sibling(warc, WarcFile.INDEX), going, StandardCopyOption.REPLACE_EXISTING);
    Files.delete(warc);
    Files.delete(going);
    return bytes;
  }

  /// Finishes deletions that broke off.
  public void sweep() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    for (Path going : CaptureIndex.files(folder, GOING)) {
      String name = going.getFileName().toString();
      String stem = name.substring(0, name.length() - GOING.length());
      Files.deleteIfExists(folder.resolve(stem + WarcFile.WARC));
      Files.delete(going);
    }
  }
}
