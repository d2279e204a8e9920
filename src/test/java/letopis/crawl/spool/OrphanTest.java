package letopis.crawl.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {
  private static final int TAKEN = 3;
  private static final int REFUSED = 4;

  @Test
  void nobodyElseTakesOverAJournalThatIsReadOrMarked(@TempDir Path folder) throws Exception {
    Path dead = folder.resolve("dead.jsonl");
    Files.writeString(dead, "{\"text\":\"один\",\"n\":1}\n");
    try (Orphan orphan = Orphan.take(dead).orElseThrow()) {
      assertThat(orphan.read().unfiled()).hasSize(1);
      assertThat(otherProcess(dead)).isEqualTo(REFUSED);
      orphan.done();
      assertThat(orphan.read().unfiled()).isEmpty();
      assertThat(otherProcess(dead)).isEqualTo(REFUSED);
    }
    assertThat(otherProcess(dead)).isEqualTo(TAKEN);
  }

  private static int otherProcess(Path journal) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java.toString(), "-cp", classes, Other.class.getName(), journal.toString())
        .inheritIO()
        .start()
        .waitFor();
  }

  /// Another process, which tries to take a journal over.
  static final class Other {
    private Other() {}

    /// @param paths one, of the journal
    public static void main(String[] paths) throws Exception {
      System.exit(Orphan.take(Path.of(paths[0])).isPresent() ? TAKEN : REFUSED);
    }
  }
}
