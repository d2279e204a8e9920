package letopis.crawl.visit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import letopis.archive.WarcArchive;
import letopis.crawl.filing.Filing;
import letopis.crawl.filing.Finding;
import letopis.crawl.page.EntryCodec;
import letopis.crawl.page.PageReader;
import letopis.crawl.page.PageSeen;
import letopis.crawl.spool.JournalLine;
import letopis.document.CaptureRef;
import letopis.index.state.EntryState;
import letopis.sources.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes of a line that has waited in the journal what is to be filed: its capture is read back and
/// judged like one that comes from the network.
public final class WaitingLines {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingLines.class);

  private final WarcArchive archive;
  private final PageReader reader;
  private final NextLook nextLook;

  public WaitingLines(CrawlParts parts, PageReader reader) {
    this.archive = parts.archive();
    this.reader = reader;
    this.nextLook = new NextLook(new RevisitLadder(parts.settings().schedule().revisits()));
  }

  /// Which entry a line of the journal is about.
  static String entryOf(ObjectNode line) {
    return line.path("state").path("id").asText();
  }

  /// What is to be filed of a line that has waited in the journal.
  ///
  /// @param known what is known about the entry now
  /// @return empty when there is nothing to file: the archive does not give the capture back, or
  ///     later looks have told more
  Optional<Filing.Item> item(ObjectNode line, Source source, Optional<EntryState> known)
      throws InterruptedException {
    try {
      Optional<CaptureRef> ref = capture(line);
      if (ref.isEmpty()) {
        LOG.debug("{} was not archived any more", line.path("url"));
        return Optional.empty();
      }
      EntryState then = EntryCodec.state(line.path("state"));
      EntryState state = known.map(then::knowing).orElse(then);
      NextLook.Look seen =
          line.path("listed").asBoolean()
              ? listed(ref.get(), source, state)
              : fetched(ref.get(), source, state);
      if (line.path("earlier").asBoolean()) {
        return Optional.of(Filing.Item.earlier(seen.finding()));
      }
      boolean late = state.lastVisitAt().filter(at -> at.isAfter(seen.at())).isPresent();
      if (!late) {
        return Optional.of(nextLook.item(state, seen));
      }
      return seen.finding() instanceof Finding.Publication
          ? Optional.of(new Filing.Item(seen.finding(), _ -> Optional.empty()))
          : Optional.empty();
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      LOG.error(
          "a capture is left in the archive only, for it cannot be read: {}",
          line.path("capture"),
          e);
      return Optional.empty();
    }
  }

  private Optional<CaptureRef> capture(ObjectNode line) throws IOException {
    return line.has("capture")
        ? Optional.of(JournalLine.capture(line))
        : since(line.path("url").asText(), Instant.parse(line.path("at").asText()));
  }

  private NextLook.Look listed(CaptureRef ref, Source source, EntryState state)
      throws IOException, InterruptedException {
    Finding finding = reader.post(source, state, ref);
    return NextLook.Look.of(ref.at(), finding, state.validators());
  }

  private NextLook.Look fetched(CaptureRef ref, Source source, EntryState state)
      throws IOException, InterruptedException {
    PageSeen page = PageSeen.of(archive.read(ref), ref);
    return NextLook.Look.of(page.at(), reader.read(source, state, page), page.validators(state));
  }

  /// The first capture of an address that was begun at this time or later: what a process kept
  /// just before it died.
  private Optional<CaptureRef> since(String url, Instant at) throws IOException {
    return archive.captures(url).stream().filter(ref -> !ref.at().isBefore(at)).findFirst();
  }
}
