package letopis.parse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import letopis.parse.FeedResult;
import letopis.support.TarGz;
import org.junit.jupiter.api.Test;

/// Every file of every set goes through; ROME, which we read no feed with, beside us.
class FeedCorpusTest {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final FeedReader reader = new FeedReader(2000);

  @Test
  void everyFileIsReadOrRefusedWithAReasonAndNoneTakesLong() throws IOException {
    StringBuilder table =
        new StringBuilder(
            String.format(
                "%-24s %6s %6s %8s %8s %6s%n",
                "set", "files", "feeds", "entries", "refused", "rome"));
    List<String> fewer = new ArrayList<>();
    Map<String, Integer> refusals = new TreeMap<>();
    for (var set : FeedCorpus.sets().entrySet()) {
      int feeds = 0;
      int withEntries = 0;
      int refused = 0;
      int rome = 0;
      for (TarGz.File file : set.getValue()) {
        Instant begin = Instant.now();
        FeedResult result = reader.read(FeedCorpus.input(file.bytes()));
        assertThat(Duration.between(begin, Instant.now())).as(file.name()).isLessThan(LONGEST);
        int ours = 0;
        switch (result) {
          case FeedResult.Feed feed -> {
            feeds++;
            ours = feed.entries().size();
            withEntries += ours > 0 || !feed.parts().isEmpty() ? 1 : 0;
          }
          case FeedResult.NotAFeed not -> {
            refused++;
            refusals.merge(
                set.getKey() + ": " + not.reason().replaceAll("http\\S+|\".*\"|\\d+", "…"),
                1,
                Integer::sum);
          }
        }
        int theirs = rome(file.bytes());
        rome += theirs > 0 ? 1 : 0;
        if (theirs > ours && ours < 2000) {
          fewer.add(set.getKey() + "/" + file.name() + ": ours " + ours + ", ROME " + theirs);
        }
      }
      table.append(
          String.format(
              "%-24s %6d %6d %8d %8d %6d%n",
              set.getKey(), set.getValue().size(), feeds, withEntries, refused, rome));
    }
    System.out.println(table);
    System.out.println("fewer entries than ROME: " + String.join("\n", fewer));
    refusals.forEach((reason, count) -> System.out.println(count + " x " + reason));
    assertThat(fewer).isEmpty();
  }

  private static int rome(byte[] bytes) {
    try {
      SyndFeedInput input = new SyndFeedInput();
      SyndFeed feed = input.build(new XmlReader(new ByteArrayInputStream(bytes)));
      return feed.getEntries().size();
    } catch (IOException | FeedException | RuntimeException e) {
      return -1;
    }
  }
}
