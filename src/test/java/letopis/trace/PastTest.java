package letopis.trace;

import static letopis.trace.Page.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import letopis.document.Document;
import letopis.index.Indices;
import letopis.index.documents.DocumentStore;
import letopis.index.documents.Takedown;
import letopis.support.MovableClock;
import letopis.support.TestElasticsearch;
import letopis.text.Outlets;
import org.junit.jupiter.api.Test;

/// Traces of the archive as it was.
class PastTest {
  private static final String CLAIM =
      "При взрыве на заводе в Белогорске погибли 12 человек, сообщил губернатор Василий Орлов";
  private static final String FIRST = "https://a.example/1";
  private static final String SECOND = "https://b.example/2";

  private final MovableClock clock = new MovableClock(at(100));
  private final Indices indices = TestElasticsearch.freshIndices(clock);
  private final DocumentStore store = new DocumentStore(indices);
  private final Tracer tracer =
      new Tracer(indices, Outlets.bundled(), (from, to) -> Trace.Sight.NONE, clock);

  /// Writes it, and an hour passes.
  private Instant write(Document document) throws Exception {
    store.write(List.of(document));
    store.refresh();
    Instant then = clock.instant();
    clock.forward(Duration.ofHours(1));
    return then;
  }

  private Trace traced(TraceRequest request) throws IOException {
    return ((TraceResult.Traced) tracer.trace(request)).trace();
  }

  private static List<String> urls(Trace trace) {
    return trace.appearances().stream().map(one -> one.document().address().url()).toList();
  }

  private static Page page(String url) {
    return new Page(url, "Коротко. " + CLAIM + ".").published(5).seen(0, 10);
  }

  @Test
  void whatCameIntoTheIndexLaterIsLeftOutHoweverEarlyItIs() throws Exception {
    Instant then = write(page(SECOND).published(30).seen(25, 35).build());
    write(page(FIRST).build());

    assertThat(urls(traced(TraceRequest.ofText(CLAIM)))).containsExactly(FIRST, SECOND);
    Trace past = traced(TraceRequest.ofText(CLAIM).asOf(then));
    assertThat(urls(past)).containsExactly(SECOND);
    assertThat(past.asOf()).isEqualTo(then);
    assertThat(past.caveats()).extracting(Remark::code).doesNotContain(Remark.Code.REMOVED_SINCE);
  }

  @Test
  void aPageThatWasChangedOrIsGoneSinceSaysWhatItSaid() throws Exception {
    Instant then = write(page(FIRST).build());
    write(new Page(FIRST, "Коротко. Взрыва не было.").published(5).revision(2, 130).build());
    Appearance now = traced(TraceRequest.ofText(CLAIM)).appearances().getFirst();
    assertThat(now.presence().current()).isFalse();

    Trace past = traced(TraceRequest.ofText(CLAIM).asOf(then));
    assertThat(past.appearances().getFirst().presence().current()).isTrue();

    write(page(SECOND).published(30).build());
    Instant before = clock.instant().minusSeconds(1);
    write(page(SECOND).published(30).removed(400).build());
    Appearance there = traced(TraceRequest.ofText(CLAIM).asOf(before)).appearances().getLast();
    assertThat(there.document().address().url()).isEqualTo(SECOND);
    assertThat(there.presence().removedAt()).isEmpty();
  }

  @Test
  void whatWasTakenDownSinceIsMissingAndCounted() throws Exception {
    Document document = page(FIRST).build();
    write(document);
    Instant then = write(page(SECOND).published(30).build());
    new Takedown(indices, clock).document(document.id(), "request").orElseThrow();
    indices.refresh();

    Trace past = traced(TraceRequest.ofText(CLAIM).asOf(then));
    assertThat(urls(past)).containsExactly(SECOND);
    assertThat(past.caveats()).contains(new Remark(Remark.Code.REMOVED_SINCE, Map.of("count", 1L)));
    clock.forward(Duration.ofHours(1));
    assertThat(traced(TraceRequest.ofText(CLAIM).asOf(clock.instant())).caveats())
        .extracting(Remark::code)
        .doesNotContain(Remark.Code.REMOVED_SINCE);
  }

  @Test
  void aDocumentIsTracedByTheWordsItHadThen() throws Exception {
    Document first = page(FIRST).build();
    Instant none = clock.instant().minusSeconds(1);
    Instant then = write(first);
    write(
        new Page(FIRST, "Сквер с фонтаном открыли в Белогорске на улице Ленина сегодня.")
            .published(5)
            .revision(2, 130)
            .build());

    TraceRequest request = TraceRequest.ofDocument(first.id());
    assertThat(traced(request).claim()).startsWith("Сквер");
    assertThat(traced(request.asOf(then)).claim()).contains(CLAIM);
    assertThat(tracer.trace(request.asOf(none))).isInstanceOf(TraceResult.Unknown.class);
  }

  @Test
  void anInstantToComeFreezesNothing() throws Exception {
    write(page(FIRST).build());
    Trace trace = traced(TraceRequest.ofText(CLAIM).asOf(clock.instant().plusSeconds(60)));
    assertThat(trace.asOf()).isEqualTo(clock.instant());
  }
}
