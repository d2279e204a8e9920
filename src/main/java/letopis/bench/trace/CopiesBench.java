package letopis.bench.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import letopis.bench.RealData;
import letopis.bench.trace.ExactCopies.Pair;
import letopis.crawl.copies.CopyJoin;
import letopis.document.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench copies`: how well copies are joined, against exact comparison of all texts with all.
@Command(
    name = "copies",
    mixinStandardHelpOptions = true,
    description = {
      "Measures which real articles and posts are joined as copies.",
      "Joins them in the order of their publication, as they would be joined on arrival, and"
          + " compares the pairs with those of which the later has its text from the earlier word"
          + " for word, found by brute force: half of it, of a text of the same source four fifths,"
          + " of a sentence three quarters within six hours. Needs the real data"
          + " (-Dletopis.realdata=DIR)."
    })
public final class CopiesBench implements Callable<Integer> {
  private static final List<String> SETS =
      List.of("telegram-contest-20191101.jsonl.gz", "telegram-news-2024-ru.jsonl.gz");
  private static final List<String> MARKED = List.of("tgcontest-news-pairs", "nyan-telegram-pairs");

  private static final Pattern LINK =
      Pattern.compile("\\[([^\\]\n]{0,300})\\]\\([^)\\s]{0,600}\\)");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|__|~~");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description = "Write every difference there, for a look by hand.")
  private Optional<Path> errorFile = Optional.empty();

  @Option(
      names = "--sets",
      split = ",",
      paramLabel = "FILE",
      description =
          "Files of 5-news-corpora to be judged in place of the usual ones, such as texts that no"
              + " rule was made with; without marked pairs.")
  private List<String> sets = List.of();

  private final List<String> errors = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    RealData data = RealData.required();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-46s %6s %7s %7s %6s %9s %7s%n",
        "set", "texts", "exact", "joined", "both", "precision", "recall");
    for (String set : sets.isEmpty() ? SETS : sets) {
      judge(TraceCorpus.read(data, List.of(set))).forEach((part, f) -> print(out, set + part, f));
    }
    if (sets.isEmpty()) {
      out.printf("%n%-34s %6s %9s %10s%n", "marked pairs", "pairs", "joined", "same story");
      for (String set : MARKED) {
        marked(out, data, set);
      }
    }
    out.flush();
    if (errorFile.isPresent()) {
      // Through bytes: a text may be cut within a character, which a writer would refuse.
      Files.write(errorFile.get(), String.join("\n", errors).getBytes(StandardCharsets.UTF_8));
    }
    return 0;
  }

  /// What one set gave.
  ///
  /// @param texts that are judged
  /// @param exact pairs by brute force
  /// @param joined pairs in which ours calls one a copy of the other
  record Figures(int texts, int exact, int joined, int both) {
    double precision() {
      return joined == 0 ? 1 : (double) both / joined;
    }

    double recall() {
      return exact == 0 ? 1 : (double) both / exact;
    }
  }

  /// Joins these and compares, texts and sentences apart; of phrases nothing is said.
  Map<String, Figures> judge(List<Document> corpus) {
    List<Document> documents =
        corpus.stream()
            .map(CopiesBench::asShown)
            .sorted(
                Comparator.comparing((Document d) -> d.times().published().at())
                    .thenComparing(Document::id))
            .toList();
    ExactCopies.Found exact =
        ExactCopies.of(
            documents.stream()
                .map(
                    d ->
                        new ExactCopies.Item(
                            d.publisher().id(), d.times().published().at(), d.content().body()))
                .toList());
    Set<Pair> joined = join(documents);
    Map<String, Figures> figures = new LinkedHashMap<>();
    figures.put(", texts", compare(documents, exact.texts(), exact.copies(), joined));
    figures.put(", sentences", compare(documents, exact.sentences(), exact.copies(), joined));
    return figures;
  }

  private Figures compare(
      List<Document> documents, Set<Integer> judged, Map<Pair, Double> exact, Set<Pair> joined) {
    Set<Pair> wanted = new HashSet<>(exact.keySet());
    wanted.removeIf(pair -> !judged.contains(pair.second()));
    Set<Pair> said = new HashSet<>(joined);
    said.removeIf(pair -> !judged.contains(pair.second()));
    Set<Pair> both = new HashSet<>(said);
    both.retainAll(wanted);
    said.stream()
        .filter(pair -> !both.contains(pair))
        .forEach(pair -> note("wrong", documents, pair));
    wanted.stream()
        .filter(pair -> !both.contains(pair))
        .forEach(pair -> note("missed %.2f".formatted(exact.get(pair)), documents, pair));
    return new Figures(judged.size(), wanted.size(), said.size(), both.size());
  }

  /// Posts are in the set with their marks and the addresses of links, which our readers keep apart
  /// from the text.
  private static Document asShown(Document document) {
    String body = document.content().body();
    String shown = MARKS.matcher(LINK.matcher(body).replaceAll("$1")).replaceAll("");
    return TraceCorpus.document(
        document.address().canonical(),
        document.publisher().name(),
        document.content().title(),
        shown,
        document.content().lang(),
        Optional.of(document.times().published().at()),
        document.content().links());
  }

  /// The pairs that arrive at each other by the sample, and then share enough.
  private static Set<Pair> join(List<Document> documents) {
    Map<String, Integer> places = new HashMap<>();
    Map<String, String> bodies = new HashMap<>();
    Map<String, List<CopyJoin.Text>> byFingerprint = new HashMap<>();
    Set<Pair> pairs = new HashSet<>();
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      places.put(document.id(), i);
      List<CopyJoin.Text> candidates = List.copyOf(candidates(document, byFingerprint));
      bodies.put(document.id(), document.content().body());
      Map<String, String> close = new HashMap<>();
      CopyJoin.close(document, candidates).forEach(id -> close.put(id, bodies.get(id)));
      close.put(document.id(), document.content().body());
      for (String earlier : CopyJoin.origins(document, candidates, close)) {
        pairs.add(new Pair(places.get(earlier), i));
      }
      CopyJoin.Text text = CopyJoin.Text.of(document);
      document
          .lineage()
          .fingerprints()
          .forEach(f -> byFingerprint.computeIfAbsent(f, _ -> new ArrayList<>()).add(text));
    }
    return pairs;
  }

  private static Collection<CopyJoin.Text> candidates(
      Document document, Map<String, List<CopyJoin.Text>> byFingerprint) {
    Map<String, CopyJoin.Text> candidates = new HashMap<>();
    List<String> sample = CopyJoin.sample(document.lineage().fingerprints(), _ -> false);
    for (String fingerprint : sample) {
      byFingerprint
          .getOrDefault(fingerprint, List.of())
          .forEach(text -> candidates.put(text.id(), text));
    }
    return candidates.values();
  }

  /// People said which pairs tell the same story; a copy always does.
  private void marked(PrintWriter out, RealData data, String set) throws IOException {
    int pairs = 0;
    int joined = 0;
    int same = 0;
    for (JsonNode pair : data.read("5-news-corpora/dedup-pairs/" + set + ".jsonl.gz")) {
      pairs++;
      // Undated, so that the order is that of the ids.
      List<Document> both =
          Stream.of(document(pair.path("first")), document(pair.path("second")))
              .sorted(Comparator.comparing(Document::id))
              .toList();
      if (!join(both).isEmpty()) {
        joined++;
        if (pair.path("label").asText().equalsIgnoreCase("ok")) {
          same++;
        } else {
          note("joined, not the same story", both, new Pair(0, 1));
        }
      } else if (ExactCopies.share(both.get(0).content().body(), both.get(1).content().body())
          >= ExactCopies.SHARE) {
        note("missed in marked pairs", both, new Pair(0, 1));
      }
    }
    out.printf("%-34s %6d %9d %10d%n", set, pairs, joined, same);
  }

  private static Document document(JsonNode side) {
    String url = side.path("url").asText();
    return TraceCorpus.document(
        url,
        url.replaceAll("^https?://|/\\d+$", ""),
        side.path("title").asText(""),
        side.path("text").asText(""),
        "und",
        Optional.empty(),
        List.of());
  }

  private static void print(PrintWriter out, String set, Figures figures) {
    out.printf(
        Locale.ROOT,
        "%-46s %6d %7d %7d %6d %9.4f %7.4f%n",
        set,
        figures.texts(),
        figures.exact(),
        figures.joined(),
        figures.both(),
        figures.precision(),
        figures.recall());
  }

  private void note(String what, List<Document> documents, Pair pair) {
    Document first = documents.get(pair.first());
    Document second = documents.get(pair.second());
    errors.add(
        String.join(
            "\t",
            what,
            first.address().canonical(),
            Integer.toString(first.lineage().fingerprints().size()),
            second.address().canonical(),
            Integer.toString(second.lineage().fingerprints().size()),
            begin(first),
            begin(second)));
  }

  private static String begin(Document document) {
    String body = document.content().body().replaceAll("\\s+", " ");
    return body.substring(0, Math.min(300, body.length()));
  }
}
