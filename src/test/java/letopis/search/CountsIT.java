package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import letopis.crawl.filing.Intake;
import letopis.crawl.imports.JsonLinesImport;
import letopis.crawl.imports.Rejects;
import letopis.crawl.imports.SourceLabels;
import letopis.index.Indices;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.query.ParseOutcome;
import letopis.query.Query;
import letopis.query.QueryParser;
import letopis.search.CountedFiles.Counted;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Filters;
import letopis.search.SearchRequest.Interval;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Period;
import letopis.search.SearchRequest.Sort;
import letopis.sources.Configuration;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Searches over imported corpora: the counts of 200 random ones beside counts made from the files,
/// and what the queries of the golden list find.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CountsIT {
  private static final int REQUESTS = 200;
  private static final Instant IMPORTED = Instant.parse("2026-11-01T00:00:00Z");
  private static final List<String> FILES =
      List.of(
          "telegram-contest-20191101.jsonl.gz",
          "ru-ng-keywords.jsonl.gz",
          "polit-ru-2022.jsonl.gz",
          "bruk-press-uk.jsonl.gz",
          "telegram-tgrss-2025.jsonl.gz");
  private static final List<String> ZONES =
      List.of("UTC", "Asia/Yakutsk", "America/New_York", "Europe/Moscow", "Asia/Kathmandu");
  private static final Path QUERIES = Path.of("src/test/resources/query/queries.txt");
  private static final Path RESULTS = Path.of("src/test/resources/query/results.tsv");
  private static final List<Dimension> FACETS = List.of(Dimension.SOURCE, Dimension.LANG);

  private final Indices indices = TestElasticsearch.freshIndices();
  private final CountedFiles files = new CountedFiles();
  private final Random random = new Random(20261124);
  private final Map<String, Set<String>> ids = new HashMap<>();

  CountsIT() throws IOException {}

  private final Path data =
      Path.of(System.getProperty("letopis.realdata", "")).resolve("5-news-corpora");

  @BeforeAll
  void bring(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        Files.isReadable(data.resolve(FILES.getFirst())), "no real data at letopis.realdata");
    for (String file : FILES) {
      bring(data.resolve(file), folder);
    }
    indices.refresh();
  }

  /// `-Dletopis.golden=write` writes the file anew; read the difference before committing.
  @Test
  void theQueriesOfTheListFindWhatTheGoldenFileSays() throws Exception {
    DocumentSearch search =
        new DocumentSearch(indices, Configuration.EMPTY, Clock.fixed(IMPORTED, ZoneOffset.UTC));
    List<String> lines = new ArrayList<>();
    for (String query : Files.readAllLines(QUERIES)) {
      if (!query.isEmpty() && !query.startsWith("# ")) {
        lines.add(query.replace("\t", "\\t") + "\t" + result(search, query));
      }
    }
    if (System.getProperty("letopis.golden", "").equals("write")) {
      Files.write(RESULTS, lines);
    }
    assertThat(lines)
        .filteredOn(line -> !line.matches(".*\t(refused|0 .*)"))
        .hasSizeGreaterThan(150);
    assertThat(Files.readAllLines(RESULTS)).containsExactlyElementsOf(lines);
  }

  /// How many documents, and the newest of them.
  private static String result(DocumentSearch search, String query) throws IOException {
    return switch (search.sources().read(query, ZoneOffset.UTC)) {
      case ParseOutcome.Rejected _ -> "refused";
      case ParseOutcome.Parsed(Query meant) -> {
        SearchAnswer answer =
            search.search(
                SearchRequest.of(query, meant)
                    .with(new Listing(Sort.NEWEST, false, 1, Optional.empty())));
        String newest = answer.hits().stream().map(Hit::id).findFirst().orElse("-");
        yield answer.total().value() + " " + newest;
      }
    };
  }

  @Test
  void facetsAndTimelinesHaveTheCountsOfTheImportedFiles() throws Exception {
    for (SourceState state : new SourceStates(indices).list()) {
      ids.computeIfAbsent(label(state.name()), _ -> new LinkedHashSet<>()).add(state.id());
    }
    List<Counted> records = files.read(data, FILES, IMPORTED);
    DocumentSearch search =
        new DocumentSearch(indices, Configuration.EMPTY, Clock.fixed(IMPORTED, ZoneOffset.UTC));
    Probe.Maker maker = new Probe.Maker(files, records, random);
    List<String> differences = new ArrayList<>();
    long counted = 0;
    for (int i = 0; i < REQUESTS; i++) {
      Asked asked = asked(maker.any(), records);
      counted += compare(search.search(asked.request()), asked, records, differences);
    }
    assertThat(differences).isEmpty();
    // The requests were no empty ones.
    assertThat(counted).isGreaterThan(REQUESTS * 10L);
  }

  private void bring(Path file, Path folder) throws Exception {
    SourceLabels labels = new SourceLabels(List.of(), new SourceStates(indices));
    Clock clock = Clock.fixed(IMPORTED, ZoneOffset.UTC);
    JsonLinesImport lines =
        new JsonLinesImport(new Intake(indices), labels, Optional.empty(), clock);
    try (Rejects rejects = new Rejects(folder.resolve("rejects.jsonl"));
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.run(reader, file.getFileName().toString(), rejects, _ -> {});
    }
    labels.save();
  }

  /// A request and what it means, filter by filter.
  private record Asked(
      Probe probe,
      SearchRequest request,
      Predicate<Counted> fixed,
      Predicate<Counted> sources,
      Predicate<Counted> langs) {
    boolean all(Counted record) {
      return fixed.test(record) && sources.test(record) && langs.test(record);
    }
  }

  private Asked asked(Probe probe, List<Counted> records) {
    Set<String> langs = chosen(records, Counted::lang, 3);
    Set<String> sources = chosen(records, Counted::source, 40);
    Set<String> notLangs = random.nextInt(4) == 0 ? chosen(records, Counted::lang, 2) : Set.of();
    Optional<Instant> from =
        random.nextInt(3) == 0 ? Optional.of(moment(records)) : Optional.empty();
    Optional<Instant> to = random.nextInt(3) == 0 ? Optional.of(moment(records)) : Optional.empty();
    boolean swap = from.isPresent() && to.isPresent() && from.get().isAfter(to.get());
    Optional<Instant> first = swap ? to : from;
    Optional<Instant> last = swap ? from : to;
    Interval interval = Interval.values()[random.nextInt(4)];
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    Set<String> labels = sources.stream().map(CountsIT::label).collect(Collectors.toSet());
    Set<String> chosen = new LinkedHashSet<>();
    labels.forEach(label -> chosen.addAll(ids.getOrDefault(label, Set.of(label))));
    SearchRequest request =
        SearchRequest.of(
                probe.query(), ((ParseOutcome.Parsed) QueryParser.parse(probe.query())).query())
            .with(
                new Filters(
                    Map.of(Dimension.SOURCE, chosen, Dimension.LANG, langs),
                    Map.of(Dimension.LANG, notLangs),
                    Optional.empty(),
                    Optional.empty()))
            .with(new Period(first, last, Optional.empty(), Optional.empty(), Optional.empty()))
            .with(new Listing(Sort.NEWEST, false, 0, Optional.empty()))
            .with(new Breakdown(FACETS, 1000, Optional.of(interval), zone, false));
    Predicate<Counted> fixed =
        probe
            .means()
            .and(r -> !notLangs.contains(r.lang()))
            .and(r -> first.map(at -> !r.published().isBefore(at)).orElse(true))
            .and(r -> last.map(at -> !r.published().isAfter(at)).orElse(true));
    return new Asked(
        probe,
        request,
        fixed,
        r -> labels.isEmpty() || labels.contains(label(r.source())),
        r -> langs.isEmpty() || langs.contains(r.lang()));
  }

  /// None, three times of four.
  private Set<String> chosen(List<Counted> records, Function<Counted, String> of, int most) {
    Set<String> chosen = new LinkedHashSet<>();
    if (random.nextInt(4) == 0) {
      Stream.generate(() -> of.apply(records.get(random.nextInt(records.size()))))
          .limit(1 + random.nextInt(most))
          .forEach(chosen::add);
    }
    return chosen;
  }

  private Instant moment(List<Counted> records) {
    return records
        .get(random.nextInt(records.size()))
        .published()
        .plusSeconds(random.nextInt(7200) - 3600);
  }

  /// A label whatever its capitals: several sources may have one.
  private static String label(String label) {
    return label.toLowerCase(Locale.ROOT);
  }

  private long compare(
      SearchAnswer answer, Asked asked, List<Counted> records, List<String> differences) {
    List<Counted> meant = records.stream().filter(asked::all).toList();
    String name =
        asked.probe().query() + " " + asked.request().filters() + " " + asked.request().period();
    differ(differences, name + " total", (long) meant.size(), answer.total().value());
    differ(
        differences,
        name + " lang",
        count(records.stream().filter(asked.fixed()).filter(asked.sources()), Counted::lang),
        facet(answer, "lang"));
    differ(
        differences,
        name + " source",
        count(records.stream().filter(asked.fixed()).filter(asked.langs()), r -> label(r.source())),
        facet(answer, "source"));
    Breakdown breakdown = asked.request().breakdown();
    Interval interval = told(breakdown.timeline().orElseThrow(), asked.request().period(), meant);
    Map<String, Long> times =
        count(meant.stream(), r -> start(r.published(), interval, breakdown.zone()).toString());
    Map<String, Long> told = new TreeMap<>();
    answer.timeline().stream()
        .filter(bucket -> bucket.count() > 0)
        .forEach(bucket -> told.put(bucket.from().toString(), bucket.count()));
    differ(differences, name + " " + interval + " " + breakdown.zone(), times, told);
    for (int i = 1; i < answer.timeline().size(); i++) {
      differ(
          differences,
          name + " holes",
          answer.timeline().get(i - 1).to(),
          answer.timeline().get(i).from());
    }
    return meant.size();
  }

  /// As documented: a timeline of more than 10,000 buckets is told in the next wider interval.
  private static Interval told(Interval asked, Period period, List<Counted> meant) {
    List<Instant> times = new ArrayList<>(meant.stream().map(Counted::published).toList());
    period.from().ifPresent(times::add);
    period.to().ifPresent(times::add);
    if (asked != Interval.HOUR || times.isEmpty()) {
      return asked;
    }
    times.sort(null);
    Duration span = Duration.between(times.getFirst(), times.getLast());
    return span.toHours() > 10_000 ? Interval.DAY : Interval.HOUR;
  }

  private static void differ(List<String> differences, String what, Object files, Object search) {
    if (!files.equals(search)) {
      differences.add(what + ": files " + files + ", search " + search);
    }
  }

  private static Map<String, Long> count(Stream<Counted> records, Function<Counted, String> by) {
    return new TreeMap<>(records.collect(Collectors.groupingBy(by, Collectors.counting())));
  }

  private static Map<String, Long> facet(SearchAnswer answer, String name) {
    Map<String, Long> facet = new TreeMap<>();
    answer
        .facets()
        .get(name)
        .forEach(one -> facet.merge(label(one.label()), one.count(), Long::sum));
    return facet;
  }

  private static Instant start(Instant at, Interval interval, ZoneId zone) {
    ZonedDateTime time = at.atZone(zone);
    ZonedDateTime day = time.toLocalDate().atStartOfDay(zone);
    ZonedDateTime start =
        switch (interval) {
          case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
          case DAY, AUTO -> day;
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
        };
    return start.toInstant();
  }
}
