package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import letopis.app.App;
import letopis.app.CommonOptions;
import letopis.document.Document;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.documents.DocumentStore;
import letopis.support.TestDocuments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `trace`, `factchecks` and `case` as a user meets them, beside a running service.
class TraceCommandsTest {
  private static final String CLAIM = "На площади поставили ёлку высотой 12 метров";

  @TempDir static Path data;
  @TempDir static Path files;
  private static App service;
  private static Document document;

  @BeforeAll
  static void open() throws Exception {
    CommonOptions options = new CommonOptions();
    new CommandLine(options).parseArgs("--data", data.toString());
    service = App.service(options);
    Document full = TestDocuments.full("https://example.org/elka");
    document =
        new Document(
            full.id(),
            full.address(),
            full.publisher(),
            full.content(),
            full.times(),
            full.lineage(),
            Optional.empty(),
            full.noarchive(),
            full.extra());
    DocumentStore store = service.documents();
    store.write(List.of(document));
    store.refresh();
  }

  @AfterAll
  static void close() {
    service.close();
  }

  private record Ran(int exit, String out, String err) {
    JsonNode json() throws Exception {
      return Elasticsearch.JSON.readTree(out);
    }
  }

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!all.contains("--help")) {
      all.addAll(List.of("--data", data.toString()));
    }
    return new Ran(line.execute(all.toArray(String[]::new)), out.toString(), err.toString());
  }

  @Test
  void traceTellsPeopleAndMachinesTheSame() throws Exception {
    Ran words = run("trace", CLAIM);
    assertThat(words.exit()).as(words.err()).isZero();
    assertThat(words.out())
        .contains("Earliest in this archive: Пример", "1 independent origin\n", "! ")
        .contains("  no longer there: removed, as our look of 2026-02-03 04:06:06Z found\n")
        .contains(" and 2026-02-03 04:05:06Z, says 2025-05-06 07:08:09Z\n");
    Ran none = run("trace", "Слон улетел на Луну без билета вчера вечером");
    assertThat(none.exit()).isZero();
    assertThat(none.out())
        .contains("Earliest in this archive: none\n0 appearances")
        .doesNotContain("\n\n\n");
    JsonNode json = run("trace", CLAIM, "--json").json();
    assertThat(json.at("/origin/document/id").asText()).isEqualTo(document.id());
    assertThat(json.at("/caveat_codes")).hasSameSizeAs(json.at("/caveats"));
    assertThat(run("trace", "https://example.org/elka", "--json").json().at("/origins").asInt())
        .isEqualTo(1);
  }

  @Test
  void aTraceOfAnEarlierInstantSaysWhichAndLacksWhatCameLater() throws Exception {
    Ran before = run("trace", CLAIM, "--as-of", "2001-01-01T00:00:00Z");
    assertThat(before.out())
        .contains("As of: 2001-01-01 00:00:00Z\nEarliest in this archive: none\n");
    Ran later = run("trace", CLAIM, "--as-of", "now");
    assertThat(later.out()).contains("As of: 20", "Earliest in this archive: Пример");
    Ran never = run("trace", CLAIM, "--as-of", "yesterday");
    assertThat(never.exit()).isEqualTo(2);
    assertThat(never.err()).contains("--as-of: a date, a time or an age is expected");
  }

  @Test
  void whatCannotBeTracedFailsWithAReason() {
    Ran few = run("trace", "два слова");
    assertThat(few.exit()).isEqualTo(1);
    assertThat(few.err()).contains("at least 3 words");
    Ran unknown = run("trace", "https://example.org/none");
    assertThat(unknown.exit()).isEqualTo(1);
    assertThat(unknown.err()).contains("Not in this archive: https://example.org/none");
    assertThat(run("trace").exit()).isEqualTo(2);
    assertThat(run("trace", "--help").out()).contains("--lang", "--json");
  }

  @Test
  void importedFactChecksStandBesideATrace() throws Exception {
    String review =
        "{\"@context\":\"https://schema.org\",\"@type\":\"ClaimReview\",\"url\":\"https://f.example/1\",\"claimReviewed\":\"На"
            + " площади поставили ёлку высотой 120 метров\","
            + "\"author\":{\"@type\":\"Organization\",\"name\":\"Проверка\"},"
            + "\"reviewRating\":{\"@type\":\"Rating\",\"alternateName\":\"Неправда\"}}";
    Path json = Files.writeString(files.resolve("one.json"), review);
    Path lines = Files.writeString(files.resolve("more.jsonl"), review + "\nnot json\n");
    Path page =
        Files.writeString(
            files.resolve("page.html"),
            "<html><script type='application/ld+json'>" + review + "</script></html>");
    Ran ran =
        run("factchecks", "import", json.toString(), lines.toString(), page.toString(), "--json");
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.json().path("reviews").asInt()).isEqualTo(3);
    assertThat(ran.json().path("files").asInt()).isEqualTo(3);
    assertThat(ran.json().path("refused").asInt()).isEqualTo(1);
    assertThat(ran.err()).contains(lines + ":2: no JSON");
    JsonNode checks = run("trace", CLAIM, "--json").json().path("fact_checks");
    assertThat(checks).hasSize(1);
    assertThat(checks.at("/0/rating").asText()).isEqualTo("Неправда");
    assertThat(run("factchecks", "import", json.toString()).out()).contains("1 reviews in 1 files");
    JsonNode listed = run("factchecks", "list", "площади", "ёлки", "--json").json();
    assertThat(listed.path("publisher").asText()).isEqualTo("Проверка");
    String id = listed.path("id").asText();
    assertThat(run("factchecks", "list", "--publisher", "Проверка").out())
        .contains(id, "Неправда", "1 fact-check\n");
    assertThat(run("factchecks", "list", "--publisher", "x").out()).isEqualTo("0 fact-checks\n");
    assertThat(run("factchecks", "remove", id).exit()).isZero();
    assertThat(run("factchecks", "list").out()).isEqualTo("0 fact-checks\n");
    assertThat(run("factchecks", "remove", id).err()).contains("no fact-check " + id);
  }

  @Test
  void factChecksThatCannotBeReadAreNamed() {
    Ran none = run("factchecks", "import", files.resolve("none.json").toString());
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("Not a file: ").contains("none.json");
    assertThat(run("factchecks", "import").exit()).isEqualTo(2);
    assertThat(run("factchecks", "import", "--help").out()).contains("ClaimReview", ".jsonl");
    assertThat(run("factchecks", "--help").out()).contains("import");
  }

  @Test
  void aCaseGoesFromItsTraceToItsReviewAndItsEvidence() throws Exception {
    Ran made = run("case", "new", CLAIM, "--notes", "Звонили.", "--json");
    assertThat(made.exit()).as(made.err()).isZero();
    String id = made.json().path("id").asText();
    assertThat(made.json().at("/appearances/0/document").asText()).isEqualTo(document.id());
    assertThat(run("case", "list", "--query", "ёлка").out()).contains(id).contains("open");
    Ran undecided = run("case", "export", id);
    assertThat(undecided.exit()).isEqualTo(1);
    assertThat(undecided.err()).contains("no verdict yet");
    Ran judged =
        run(
            "case",
            "edit",
            id,
            "--rating",
            "mixed",
            "--author",
            "Проверка",
            "--url",
            "https://p.example/1");
    assertThat(judged.out()).contains("Verdict: Полуправда").contains("Notes: Звонили.");
    JsonNode review = run("case", "export", id).json();
    assertThat(review.at("/reviewRating/ratingValue").asInt()).isEqualTo(3);
    assertThat(review.at("/author/name").asText()).isEqualTo("Проверка");
    Path zip = files.resolve("case.zip");
    assertThat(run("case", "export", id, "--format", "evidence", "-o", zip.toString()).exit())
        .isZero();
    try (ZipFile file = new ZipFile(zip.toFile());
        Stream<String> names = file.stream().map(entry -> entry.getName())) {
      assertThat(names)
          .contains("case.json", "query.json", "claim-review.json", "citations.txt", "SHA256SUMS");
    }
    assertThat(run("case", "show", id).out())
        .contains(CLAIM)
        .contains(document.id())
        .contains(" and 2026-02-03T04:05:06.789Z, says 2025-05-06T07:08:09Z")
        .contains("no longer there: removed, as our look of 2026-02-03T04:06:06.789Z found");
    Ran dropped = run("case", "edit", id, "--drop", document.id(), "--json");
    assertThat(dropped.json().path("appearances")).isEmpty();
    assertThat(run("case", "delete", id, "--json").json().path("deleted").asText()).isEqualTo(id);
    assertThat(run("case", "show", id).exit()).isEqualTo(1);
  }

  @Test
  void wrongUseOfCasesIsSaid() throws Exception {
    assertThat(run("case", "new", CLAIM, "--pick", "99").exit()).isEqualTo(2);
    assertThat(run("case", "new", "два слова").exit()).isEqualTo(1);
    assertThat(run("case", "delete", "nobody").err()).contains("There is no case nobody");
    String id = run("case", "new", CLAIM, "--pick", "1", "--json").json().path("id").asText();
    assertThat(run("case", "edit", id, "--rating", "so-so").exit()).isEqualTo(2);
    assertThat(run("case", "edit", id, "--label", "x").err()).contains("need a --rating");
    assertThat(run("case", "edit", id, "--url", "file:///x").exit()).isEqualTo(2);
    assertThat(run("case", "edit", id, "--drop", "x").exit()).isEqualTo(2);
    assertThat(run("case", "export", id, "--format", "pdf").exit()).isEqualTo(2);
    assertThat(run("case", "export", id, "--format", "evidence").err()).contains("--out FILE");
    assertThat(run("case", "export", "--help").out()).contains("sha256sum -c SHA256SUMS");
  }
}
