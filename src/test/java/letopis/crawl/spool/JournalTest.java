package letopis.crawl.spool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void whatIsNotFiledWaitsInOrder() throws Exception {
    try (Journal journal = Journal.open(folder, 1000)) {
      long one = journal.append(line("один"), 10);
      journal.leave(one);
      journal.leave(journal.append(line("два"), 10));
      journal.leave(journal.append(line("три"), 10));
      journal.done(List.of(one));
      assertThat(journal.oldest(10))
          .extracting(l -> l.path("text").asText())
          .containsExactly("два", "три");
      assertThat(journal.waitingBytes()).isEqualTo(20);
    }
  }

  @Test
  void whatIsFiledWhileABackupIsTakenWaitsInTheBackup(@TempDir Path backup) throws Exception {
    try (Journal journal = Journal.open(folder, 1000)) {
      long filed = journal.append(line("до"), 10);
      long waits = journal.append(line("при"), 10);
      journal.done(List.of(filed));
      try (JournalCopy copy = JournalCopy.begin(folder)) {
        // The picture of the index is taken now, and has neither.
        long late = journal.append(line("после"), 10);
        journal.done(List.of(waits, late));
        copy.into(backup);
      }
    }
    try (Journal restored = Journal.open(backup, 1000)) {
      assertThat(restored.adopt()).isEqualTo(2);
      assertThat(restored.oldest(10))
          .extracting(l -> l.path("text").asText())
          .containsExactlyInAnyOrder("при", "после");
    }
  }

  @Test
  void aCrawlerThatHasAlwaysSomethingInHandKeepsAShortFileWithAllThatIsPending() throws Exception {
    String long1000 = "а".repeat(1000);
    Journal journal = Journal.open(folder, Long.MAX_VALUE);
    long old = journal.append(line("старое"), 0);
    journal.captured(old, JsonNodeFactory.instance.objectNode().put("file", "x"), 10);
    long inHand = journal.append(line(long1000), 1);
    for (int i = 0; i < 10_000; i++) {
      long next = journal.append(line(long1000), 1);
      journal.done(List.of(inHand));
      inHand = next;
    }
    Path file = files().getFirst();
    assertThat(Files.size(file)).isLessThan(5L << 20);
    journal.leave(old);
    assertThat(journal.oldest(1).getFirst().at("/capture/file").asText()).isEqualTo("x");
    assertThat(Files.readString(file)).contains("старое");
    try (Journal other = Journal.open(folder, 1000)) {
      assertThat(other.adopt()).as("its process lives").isZero();
    }
    journal.close();
    try (Journal next = Journal.open(folder, 1000)) {
      assertThat(next.adopt()).isEqualTo(2);
      assertThat(next.oldest(1).getFirst().path("text").asText()).isEqualTo("старое");
    }
  }

  @Test
  void whatIsFiledIsNotedWhereAShorterFileCannotBeWritten() throws Exception {
    try (Journal journal = Journal.open(folder, Long.MAX_VALUE)) {
      Path inTheWay = Files.createDirectory(folder.resolve(journal.owner() + ".new"));
      Files.createFile(inTheWay.resolve("full"));
      journal.done(List.of(journal.append(line("а".repeat(3 << 20)), 10)));
      assertThat(journal.waitingBytes()).isZero();
      assertThat(Files.readString(folder.resolve(journal.owner() + ".jsonl")))
          .endsWith("{\"done\":[1]}\n");
    }
  }

  @Test
  void nothingOfADeadProcessStays() throws Exception {
    Files.writeString(folder.resolve("dead.jsonl"), "{\"text\":\"один\",\"n\":1}\n");
    Files.writeString(folder.resolve("dead.new"), "{\"text\":\"один\"");
    try (Journal journal = Journal.open(folder, 1000)) {
      assertThat(journal.adopt()).isEqualTo(1);
      assertThat(files()).hasSize(1);
    }
  }

  @Test
  void aBackupForgetsNothingOfAJournalThatWasBeingShortenedWhenItBegan(@TempDir Path backup)
      throws Exception {
    Path file = folder.resolve("busy.jsonl");
    Files.writeString(file, "{\"done\":[1]}\n".repeat(100));
    try (JournalCopy copy = JournalCopy.begin(folder)) {
      Path draft = folder.resolve("busy.new");
      Files.writeString(draft, "{\"text\":\"два\",\"n\":2}\n{\"done\":[2]}\n");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      copy.into(backup);
    }
    try (Journal restored = Journal.open(backup, 1000)) {
      assertThat(restored.adopt()).isEqualTo(1);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  @Test
  void aBackupGoesOnWhenAnotherEnds(@TempDir Path backup) throws Exception {
    try (JournalCopy copy = JournalCopy.begin(folder)) {
      JournalCopy.begin(folder).close();
      try (Journal journal = Journal.open(folder, 1000)) {
        journal.done(List.of(journal.append(line("один"), 10)));
      }
      copy.into(backup);
    }
    try (Journal restored = Journal.open(backup, 1000)) {
      assertThat(restored.adopt()).isEqualTo(1);
    }
  }

  @Test
  void aCrawlerThatStartsMeanwhileForgetsNothingEither(@TempDir Path backup) throws Exception {
    try (JournalCopy copy = JournalCopy.begin(folder)) {
      try (Journal before = Journal.open(folder, 1000)) {
        before.done(List.of(before.append(line("один"), 10)));
        before.leave(before.append(line("два"), 10));
      }
      try (Journal heir = Journal.open(folder, 1000)) {
        assertThat(heir.adopt()).isEqualTo(1);
        heir.done(List.of(1L));
        copy.into(backup);
      }
    }
    try (Journal restored = Journal.open(backup, 1000)) {
      restored.adopt();
      assertThat(restored.oldest(10))
          .extracting(l -> l.path("text").asText())
          .contains("один", "два");
    }
    try (Journal next = Journal.open(folder, 1000)) {
      assertThat(next.adopt()).isZero();
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aJournalForgetsNothingWhileItIsCopied(@TempDir Path backup) throws Exception {
    try (JournalCopy copy = JournalCopy.begin(folder)) {
      try (Journal journal = Journal.open(folder, 1 << 30)) {
        long big = journal.append(line("x".repeat(5 << 20)), 10);
        journal.done(List.of(big));
      }
      copy.into(backup);
    }
    try (Journal restored = Journal.open(backup, 1 << 30)) {
      assertThat(restored.adopt()).isEqualTo(1);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(file -> file.getFileName().toString().startsWith(JournalCopy.HELD)))
          .isEmpty();
    }
  }

  /// Seen when the service was told to end during a crawl: what waits in line after the one that is
  /// interrupted could not be noted any more.
  @Test
  void anInterruptedThreadDoesNotCloseItForTheOthers() throws Exception {
    try (Journal journal = Journal.open(folder, 1000)) {
      long one = journal.append(line("один"), 10);
      Thread interrupted =
          Thread.ofVirtual()
              .start(
                  () -> {
                    Thread.currentThread().interrupt();
                    try {
                      journal.done(List.of(one));
                    } catch (IOException e) {
                      throw new UncheckedIOException(e);
                    }
                  });
      interrupted.join();
      journal.leave(journal.append(line("два"), 10));
      assertThat(journal.oldest(10))
          .extracting(l -> l.path("text").asText())
          .containsExactly("два");
    }
  }

  @Test
  void whatSomebodyIsFilingIsNotLeftForLater() throws Exception {
    try (Journal journal = Journal.open(folder, 1000)) {
      long number = journal.append(line("один"), 10);
      assertThat(journal.hasLeft()).isFalse();
      assertThat(journal.oldest(10)).isEmpty();
      journal.leave(number);
      assertThat(journal.hasLeft()).isTrue();
      assertThat(journal.oldest(10)).hasSize(1);
    }
  }

  @Test
  void aLineKnowsItsCaptureAfterwards() throws Exception {
    try (Journal journal = Journal.open(folder, 1000)) {
      long number = journal.append(line("один"), 0);
      journal.captured(number, line("где"), 7);
      journal.leave(number);
      assertThat(journal.waitingBytes()).isEqualTo(7);
      ObjectNode line = journal.oldest(1).getFirst();
      assertThat(line.path("text").asText()).isEqualTo("один");
      assertThat(line.at("/capture/text").asText()).isEqualTo("где");
    }
    try (Journal heir = Journal.open(folder, 1000)) {
      assertThat(heir.adopt()).isEqualTo(1);
      assertThat(heir.waitingBytes()).isEqualTo(7);
      assertThat(heir.oldest(1).getFirst().at("/capture/text").asText()).isEqualTo("где");
    }
  }

  @Test
  void theLinesOfSeveralDeadProcessesAreTakenOverInTheOrderOfTheirCaptures() throws Exception {
    String line = "{\"text\":\"%s\",\"at\":\"2026-03-02T10:00:%sZ\",\"n\":%d}\n";
    Files.writeString(
        folder.resolve("a.jsonl"),
        line.formatted("два", "02.5", 1) + line.formatted("четыре", "04", 2));
    Files.writeString(
        folder.resolve("b.jsonl"),
        line.formatted("один", "02", 1) + line.formatted("три", "03", 2));
    try (Journal journal = Journal.open(folder, 1000)) {
      assertThat(journal.adopt()).isEqualTo(4);
      assertThat(journal.oldest(10))
          .extracting(l -> l.path("text").asText())
          .containsExactly("один", "два", "три", "четыре");
    }
  }

  @Test
  void theDeathOfAProcessIsKnownAlsoWhenItsHeirDies() throws Exception {
    Files.writeString(folder.resolve("grandmother.jsonl"), "");
    Files.writeString(folder.resolve("mother.jsonl"), "{\"dead\":[\"great-grandmother\"]}\n");
    try (Journal journal = Journal.open(folder, 1000);
        Journal other = Journal.open(folder, 1000)) {
      assertThat(journal.adopt()).isZero();
      assertThat(journal.dead())
          .containsExactlyInAnyOrder("great-grandmother", "grandmother", "mother")
          .doesNotContain(other.owner());
    }
  }

  @Test
  void theLinesOfADeadProcessAreTakenOverOnce() throws Exception {
    Path dead = folder.resolve("dead.jsonl");
    Files.writeString(
        dead,
        """
        {"text":"один","n":1,"weight":5}
        {"text":"два","n":2,"weight":5}
        {"done":[1]}
        {"text":"обор\
        """,
        StandardOpenOption.CREATE);
    try (Journal journal = Journal.open(folder, 1000)) {
      assertThat(journal.adopt()).isEqualTo(1);
      assertThat(journal.oldest(10))
          .extracting(l -> l.path("text").asText())
          .containsExactly("два");
      assertThat(dead).doesNotExist();
      assertThat(journal.adopt()).isZero();
    }
  }

  @Test
  void aLineThatACrashCutWithinALetterKeepsNothingElseBack() throws Exception {
    byte[] whole = "{\"text\":\"один\",\"n\":1}\n{\"text\":\"два".getBytes(StandardCharsets.UTF_8);
    Files.write(folder.resolve("dead.jsonl"), Arrays.copyOf(whole, whole.length - 1));
    try (Journal journal = Journal.open(folder, 1000)) {
      assertThat(journal.adopt()).isEqualTo(1);
      assertThat(journal.oldest(10))
          .extracting(l -> l.path("text").asText())
          .containsExactly("один");
    }
  }

  @Test
  void theLinesOfALivingProcessAreLeftAlone() throws Exception {
    try (Journal theirs = Journal.open(folder, 1000);
        Journal ours = Journal.open(folder, 1000)) {
      theirs.append(line("один"), 10);
      assertThat(ours.adopt()).isZero();
      assertThat(theirs.waiting()).isEqualTo(1);
    }
  }

  @Test
  void aFullSpoolHoldsCrawlingUpUntilSomethingIsFiled() throws Exception {
    try (Journal journal = Journal.open(folder, 15)) {
      long first = journal.append(line("один"), 10);
      journal.append(line("два"), 10);
      CountDownLatch began = new CountDownLatch(1);
      Thread third =
          Thread.startVirtualThread(
              () -> {
                began.countDown();
                try {
                  journal.append(line("три"), 10);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      began.await();
      assertThat(third.join(Duration.ofMillis(100))).isFalse();
      journal.done(List.of(first));
      third.join();
      assertThat(journal.waiting()).isEqualTo(2);
    }
  }

  @Test
  void aJournalWithNothingWaitingLeavesNoFile() throws Exception {
    try (Journal journal = Journal.open(folder, 1000)) {
      journal.done(List.of(journal.append(line("один"), 10)));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static ObjectNode line(String text) {
    return JsonNodeFactory.instance.objectNode().put("text", text);
  }
}
