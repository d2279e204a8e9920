package letopis.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.archive.WarcArchive;
import letopis.document.Address;
import letopis.document.Attribution;
import letopis.document.CaptureRef;
import letopis.document.ClaimReview;
import letopis.document.Claimed;
import letopis.document.Content;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.document.Lineage;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.document.Publisher;
import letopis.document.Times;
import letopis.fetch.FetchResult;
import letopis.index.Indices;
import letopis.index.documents.ClaimStore;
import letopis.index.documents.DocumentStore;
import letopis.index.state.Cadence;
import letopis.index.state.Coverage;
import letopis.index.state.CoverageSpan;
import letopis.index.state.CoverageState;
import letopis.index.state.Health;
import letopis.index.state.Poll;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.index.state.Validators;
import letopis.index.state.Versioned;
import letopis.sources.Access;
import letopis.sources.Configuration;
import letopis.sources.CrawlerSettings;
import letopis.sources.Place;
import letopis.sources.Source;
import letopis.sources.SourceKind;
import letopis.sources.Topic;
import letopis.text.Fingerprints;

/// A small town's press: a channel's rumour about a bridge, two papers that reword it, a silent
/// correction, a refutation, and everyday news around it.
final class Newsroom {
  /// All times of the story count back from here.
  static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MINUTES);

  private static final String RUMOUR =
      "Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков под опорами.";
  private static final String[] EVERYDAY = {
    "В городе открыли каток у набережной, вход свободный до конца зимы.",
    "Школьники победили на олимпиаде по математике и поедут в столицу.",
    "Синоптики обещают снег и метель, водителей просят не выезжать без нужды.",
    "Депутаты приняли бюджет: больше всего денег дадут на дороги и больницы.",
    "На рынке подорожали яйца, антимонопольная служба начала проверку."
  };

  private final Indices indices;
  private final WarcArchive archive;
  private final List<Document> documents = new ArrayList<>();

  private Newsroom(Indices indices, WarcArchive archive) {
    this.indices = indices;
    this.archive = archive;
  }

  static Configuration configuration() {
    return new Configuration(
        CrawlerSettings.DEFAULTS,
        List.of(
            source("kanal", "Зея сейчас", SourceKind.SOCIAL),
            source("vestnik", "Вестник Приамурья", SourceKind.NEWS),
            source("telegraf", "Зейский телеграф", SourceKind.NEWS),
            source("meria", "Мэрия города", SourceKind.OFFICIAL),
            source("proverka", "Проверка слухов", SourceKind.FACTCHECK)),
        List.of(new Topic("roads", "Дороги и мосты", "мост OR дорога OR снег")),
        List.of(new Place("zeya", "Зея", List.of("река Зея"), 53.73, 127.26, Optional.empty())));
  }

  private static Source source(String id, String name, SourceKind kind) {
    return new Source(
        id,
        name,
        List.of(),
        kind,
        Optional.of("amur"),
        Optional.of("ru"),
        ZoneId.of("Asia/Yakutsk"),
        new Access.Rss(URI.create("https://" + id + ".example/rss")),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        "sources/test.yaml");
  }

  /// Fills fresh indices; what was written is searchable when this returns.
  static Newsroom fill(Indices indices, Path data) throws IOException, InterruptedException {
    try (WarcArchive archive =
        WarcArchive.open(data.resolve("warc"), 1 << 30, "Letopis test", Clock.systemUTC())) {
      Newsroom newsroom = new Newsroom(indices, archive);
      newsroom.story();
      newsroom.everyday();
      newsroom.looks();
      return newsroom;
    }
  }

  /// The rumour in the channel, later removed.
  Document rumour() {
    return documents.getFirst();
  }

  /// The paper's article, silently corrected once.
  Document corrected() {
    return documents.get(1);
  }

  private void story() throws IOException, InterruptedException {
    DocumentStore store = new DocumentStore(indices);
    Document rumour =
        document(
            "kanal",
            "social",
            "1",
            "Мост закроют!",
            RUMOUR + " Пересылайте всем.",
            50,
            1,
            List.of());
    rumour = removed(rumour, NOW.minus(Duration.ofHours(40)));
    List<Attribution> from =
        List.of(
            new Attribution(
                Attribution.How.LINK, "Зея сейчас", Optional.of(rumour.address().url()), -1, -1));
    String first =
        "Как сообщает «Зея сейчас», мост через Зею закроют на ремонт до марта, погибли 120 рыбаков"
            + " под опорами.\n"
            + "В мэрии пока не отвечают на звонки. <script>alert(1)</script> & прочее.";
    Document paper =
        document("vestnik", "news", "most", "Мост через Зею закроют", first, 47, 1, from);
    documents.add(rumour);
    documents.add(paper);
    String reprint =
        "Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков под опорами. Об этом пишет"
            + " «Вестник Приамурья».\n"
            + "Жители запасаются хлебом и водой на случай закрытия переправы.";
    documents.add(
        copy(
            document(
                "telegraf", "news", "m1", "Переправу закроют до весны", reprint, 45, 1, List.of()),
            paper));
    documents.add(
        document(
            "proverka",
            "factcheck",
            "f1",
            "Неправда: мост не закрывают",
            "Сообщение «мост через Зею закроют на ремонт до марта, погибли 12 рыбаков» — ложь:"
                + " мэрия опровергла его, ремонт пройдёт без закрытия, никто не погиб.",
            30,
            1,
            List.of()));
    store.write(documents);
    ClaimStore reviews = new ClaimStore(indices);
    String claim = "Мост через Зею закроют на ремонт до марта, погибли 12 рыбаков";
    reviews.file(Map.of(documents.getLast().id(), List.of(review(claim, "Проверка", "ru"))));
    reviews.put(List.of(review("A bridge fell into the river", "Checked", "en")));
    Document corrected =
        document(
            "vestnik",
            "news",
            "most",
            "Мост через Зею отремонтируют без закрытия",
            "Мэрия уточнила: мост через Зею отремонтируют без закрытия до марта, погибших нет.\n"
                + "Раньше редакция ошибочно написала о 120 погибших рыбаках.",
            47,
            2,
            from);
    store.write(List.of(corrected));
    documents.set(1, corrected);
  }

  private static ClaimReview review(String claim, String publisher, String lang) {
    return new ClaimReview(
        DocumentId.of(claim),
        claim,
        "",
        "",
        "Ложь",
        publisher,
        Optional.of("https://proverka.example/f1"),
        Optional.of(NOW.minus(Duration.ofDays(1))),
        Optional.of("Зея сейчас"),
        lang);
  }

  private void everyday() throws IOException, InterruptedException {
    List<Document> more = new ArrayList<>();
    String[] sources = {"vestnik", "telegraf", "meria", "kanal"};
    for (int i = 0; i < 120; i++) {
      String source = sources[i % sources.length];
      String text =
          EVERYDAY[i % EVERYDAY.length] + " Выпуск номер " + i + ", рубрика " + (i % 7) + ".";
      String kind =
          source.equals("meria") ? "official" : source.equals("kanal") ? "social" : "news";
      more.add(document(source, kind, "n" + i, "Новости дня " + i, text, 12 + i * 5, 1, List.of()));
    }
    new DocumentStore(indices).write(more);
    documents.addAll(more);
    indices.refresh();
  }

  private Document document(
      String source,
      String kind,
      String path,
      String title,
      String body,
      int hoursAgo,
      int revision,
      List<Attribution> attributions)
      throws IOException {
    String url = "https://" + source + ".example/" + path;
    Instant seen =
        NOW.minus(Duration.ofHours(hoursAgo)).plus(Duration.ofHours(2L * (revision - 1)));
    String name = configuration().source(source).map(Source::name).orElseThrow();
    Content content =
        new Content(
            title,
            "",
            body,
            "ru",
            List.of("Анна Петрова"),
            Optional.of("Город"),
            List.of("мост"),
            List.of(),
            List.of(),
            attributions);
    return new Document(
        DocumentId.of(url),
        new Address(url, url, List.of(url + "?amp=1")),
        new Publisher(source, name, kind, Optional.of("amur")),
        content,
        new Times(
            new Claimed(
                NOW.minus(Duration.ofHours(hoursAgo)).minusSeconds(240),
                PublishedFrom.JSON_LD,
                Precision.MINUTE,
                Optional.empty()),
            NOW.minus(Duration.ofHours(hoursAgo)),
            Optional.of(NOW.minus(Duration.ofHours(hoursAgo)).minusSeconds(900)),
            Optional.empty(),
            Optional.empty(),
            false),
        new Lineage(
            revision,
            seen,
            Optional.empty(),
            DocumentId.of(url),
            Optional.empty(),
            0,
            Fingerprints.of(body)),
        Optional.of(capture(url, title, body, seen)),
        false,
        JsonNodeFactory.instance.objectNode());
  }

  private CaptureRef capture(String url, String title, String body, Instant at) throws IOException {
    byte[] page =
        ("<!doctype html><meta charset=utf-8><title>"
                + title
                + "</title><script>document.title='run'</script><h1>"
                + title
                + "</h1><p>"
                + body.replace("<", "&lt;"))
            .getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
            + page.length
            + "\r\n\r\n";
    return archive.write(
        new FetchResult.Fetched(
            URI.create(url),
            URI.create(url),
            List.of(),
            at,
            Duration.ofMillis(80),
            200,
            Map.of("content-type", List.of("text/html; charset=utf-8")),
            page,
            new FetchResult.Exchange(
                "GET / HTTP/1.1\r\n\r\n", head, page, page, Optional.empty())));
  }

  private static Document removed(Document one, Instant at) {
    Times times = one.times();
    return one.with(
        new Times(
            times.published(),
            times.firstSeenAt(),
            times.absentAt(),
            times.modified(),
            Optional.of(at),
            false));
  }

  private static Document copy(Document one, Document of) {
    Lineage own = one.lineage();
    return new Document(
        one.id(),
        one.address(),
        one.publisher(),
        one.content(),
        one.times(),
        new Lineage(
            own.revision(),
            own.validFrom(),
            own.validTo(),
            of.lineage().cluster(),
            Optional.of(of.id()),
            0.8,
            own.fingerprints()),
        one.capture(),
        one.noarchive(),
        one.extra());
  }

  /// The paper was down for a day; the others were watched.
  private void looks() throws IOException {
    Coverage coverage = new Coverage(indices);
    SourceStates states = new SourceStates(indices);
    for (Source source : configuration().sources()) {
      boolean down = source.id().equals("telegraf");
      Instant from = NOW.minus(Duration.ofDays(25));
      List<CoverageSpan> spans = new ArrayList<>();
      if (down) {
        spans.add(
            new CoverageSpan(
                source.id(), CoverageState.WATCHED, from, NOW.minus(Duration.ofDays(9)), 900));
        spans.add(
            new CoverageSpan(
                source.id(),
                CoverageState.DOWN,
                NOW.minus(Duration.ofDays(9)),
                NOW.minus(Duration.ofDays(7)),
                40));
        from = NOW.minus(Duration.ofDays(7));
      }
      spans.add(new CoverageSpan(source.id(), CoverageState.WATCHED, from, NOW, 1200));
      Poll last =
          new Poll(
              source.id(),
              NOW,
              130,
              "ok",
              CoverageState.WATCHED,
              200,
              20,
              1,
              0,
              0,
              Optional.of(NOW),
              Optional.of("rss-2.0"),
              "");
      coverage.record(last, spans);
      states.put(Versioned.fresh(state(source, last)));
    }
    states.refresh();
    coverage.refresh();
  }

  private static SourceState state(Source source, Poll last) {
    Duration interval = Duration.ofMinutes(15);
    Cadence cadence =
        new Cadence(
            1,
            interval,
            0,
            1200,
            Optional.of(NOW),
            Optional.of(NOW),
            Optional.of(NOW),
            NOW.plus(interval),
            0);
    return new SourceState(
        source.id(),
        source.name(),
        source.kind().label(),
        true,
        Validators.NONE,
        cadence,
        Health.UNKNOWN,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(last));
  }
}
