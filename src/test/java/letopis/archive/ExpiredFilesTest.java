package letopis.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult;
import letopis.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiredFilesTest {
  private static final String URL = "https://a.example/1";
  private static final String TEXT = "one and the same text ".repeat(500);

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));

  @Test
  void aPayloadWhoseFileMayGoWithinADayIsWrittenAnew() throws IOException {
    try (WarcArchive archive = open()) {
      CaptureRef first = archive.write(page(URL));
      clock.forward(Duration.ofDays(28));
      CaptureRef referring = archive.write(page(URL));
      clock.forward(Duration.ofDays(2));
      CaptureRef anew = archive.write(page("https://a.example/2"));
      CaptureRef next = archive.write(page(URL));

      assertThat(archive.trail(referring)).contains(first);
      assertThat(archive.trail(anew)).containsExactly(anew);
      assertThat(archive.trail(next)).contains(anew).doesNotContain(first);
    }
  }

  @Test
  void anOldFileIsDeletedWithItsIndexAndItsCapturesAreNotFoundAnyMore() throws IOException {
    CaptureRef ref;
    try (WarcArchive archive = open()) {
      ref = archive.write(page(URL));
      assertThat(files().before(soon())).as("a file in use").isEmpty();
    }
    try (WarcArchive later = open()) {
      assertThat(later.captures(URL)).containsExactly(ref);
      assertThat(files().before(Instant.now().minusSeconds(3600))).isEmpty();
      assertThat(files().before(soon())).containsExactly(ref.file());
      assertThat(files().payloads(ref.file())).containsExactly(ref.digest());
      assertThat(files().delete(ref.file())).isPositive();
      assertThat(later.captures(URL)).isEmpty();
      assertThat(files().before(soon())).isEmpty();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDeletionThatBrokeOffIsFinished() throws IOException {
    try (WarcArchive archive = open()) {
      archive.write(page(URL));
    }
    Path index;
    try (var all = Files.list(folder)) {
      index = all.filter(path -> path.toString().endsWith(".cdxj")).findFirst().orElseThrow();
    }
    Files.move(index, Path.of(index + ".expired"));
    files().sweep();
    assertThat(folder).isEmptyDirectory();
  }

  private WarcArchive open() throws IOException {
    WarcArchive.Rules rules =
        new WarcArchive.Rules(1 << 20, "test", Optional.of(Duration.ofDays(30)));
    return WarcArchive.open(folder, rules, clock);
  }

  private ExpiredFiles files() {
    return new ExpiredFiles(folder);
  }

  private FetchResult.Fetched page(String url) {
    return WarcArchiveTest.page(url, clock.instant(), TEXT);
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(3600);
  }
}
