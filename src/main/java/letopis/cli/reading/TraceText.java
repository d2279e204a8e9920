package letopis.cli.reading;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.document.Claimed;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.trace.Appearance;
import letopis.trace.Change;
import letopis.trace.Match;
import letopis.trace.Remark;
import letopis.trace.Trace;

/// A trace as lines for people.
final class TraceText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);
  private static final int PASSAGE = 300;

  private final PrintWriter out;
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> candidates = new HashSet<>();

  TraceText(PrintWriter out) {
    this.out = out;
  }

  /// @param past whether the answer is of an instant that was asked for
  void print(Trace trace, boolean past) {
    trace
        .appearances()
        .forEach(one -> names.put(one.document().id(), one.document().publisher().name()));
    trace.origin().ifPresent(origin -> candidates.addAll(origin.candidates()));
    out.println("Claim: " + shortened(trace.claim()));
    if (past) {
      out.println("As of: " + time(trace.asOf()));
    }
    trace
        .origin()
        .ifPresentOrElse(this::origin, () -> out.println("Earliest in this archive: none"));
    long mentions =
        trace.appearances().stream().filter(one -> one.match() == Match.MENTION).count();
    out.println(
        String.join(
            ", ",
            counted(trace.appearances().size() - mentions, "appearance"),
            counted(mentions, "mention"),
            counted(trace.origins(), "independent origin")));
    trace.appearances().forEach(this::appearance);
    if (!trace.appearances().isEmpty()) {
      grades(trace);
    }
    if (trace.variants().size() > 1) {
      out.println();
      out.println("Wordings");
      trace.variants().forEach(this::variant);
    }
    if (!trace.factChecks().isEmpty()) {
      out.println();
      out.println("Known fact-checks");
      trace.factChecks().forEach(this::factCheck);
    }
    coverage(trace.coverage());
    if (!trace.caveats().isEmpty()) {
      out.println();
      trace.caveats().forEach(caveat -> out.println("! " + caveat.english()));
    }
  }

  private void coverage(Trace.Sight sight) {
    if (sight.from().isPresent() && sight.to().isPresent() && sight.sources() > 0) {
      out.printf(
          "%nWatched without a gap from %s to %s: %d of %s%n",
          time(sight.from().get()),
          time(sight.to().get()),
          sight.covered(),
          counted(sight.sources(), "source"));
    }
  }

  private void origin(Trace.Origin origin) {
    Appearance first = origin.appearance();
    out.println(
        "Earliest in this archive: "
            + first.document().publisher().name()
            + ", "
            + time(first.time().best())
            + ", "
            + first.document().address().canonical());
    if (!first.presence().current()) {
      out.println("  " + gone(first));
    }
    out.println(
        "  " + origin.ground().stream().map(Remark::english).collect(Collectors.joining("; ")));
  }

  private void appearance(Appearance one) {
    out.println();
    out.printf(
        "%s  [%s] %s  %s %.2f%n",
        time(one.time().best()),
        one.time().quality(),
        one.document().publisher().name(),
        one.match().label() + (one.passage().refuted() ? ", denied" : ""),
        one.score());
    out.println("  " + one.document().address().canonical());
    out.println("  “" + shortened(one.passage().text()) + "”");
    // Who only speaks of it has not taken its wording over.
    if (!one.changed().isEmpty() && one.match() != Match.MENTION) {
      out.println(
          "  changed: "
              + one.changed().stream().map(TraceText::change).collect(Collectors.joining("; ")));
    }
    String before = time(one.time().before());
    out.println(
        one.time()
            .after()
            .map(after -> "  appeared between " + time(after) + " and " + before + claimed(one))
            .orElse("  seen " + before + claimed(one) + "; the source was not watched before"));
    int versions = one.presence().revisions().size();
    if (versions > 1) {
      out.println("  in " + versions + " versions of the page");
    }
    if (!one.presence().current()) {
      out.println("  " + gone(one));
    }
    if (candidates.contains(one.document().id())) {
      boolean retold = one.match() == Match.PARAPHRASE;
      out.println("  may be as early as the first" + (retold ? ", in other words" : ""));
    }
    one.cites().forEach(this::citation);
  }

  /// What the publication says of its time, where another one decides.
  private static String claimed(Appearance one) {
    Claimed published = one.document().times().published();
    if (published.from() == PublishedFrom.GUESSED || published.at().equals(one.time().best())) {
      return "";
    }
    ZoneOffset offset = published.offset().orElse(ZoneOffset.UTC);
    return ", says "
        + (published.precision() == Precision.DAY
            ? published.at().atOffset(offset).toLocalDate()
            : time(published.at()));
  }

  private static String gone(Appearance one) {
    return "no longer there: "
        + one.presence()
            .removedAt()
            .map(at -> "removed, as our look of " + time(at) + " found")
            .orElse("the text was changed");
  }

  private static String change(Change change) {
    return switch (change.kind()) {
      case NUMBER, NEGATION, DATE, NAME -> change.kind().label() + " " + change;
      case WORDING, ORDER -> change.toString();
    };
  }

  private void citation(Appearance.Citation citation) {
    String whom =
        citation.document().map(id -> names.getOrDefault(id, id)).or(citation::name).orElse("");
    out.printf(
        "  %s %s (%s%s)%n",
        citation.explicit()
            ? "cites"
            : citation.confidence() < 0.5 ? "perhaps from" : "probably from",
        whom,
        citation.via(),
        citation.explicit() ? "" : ", confidence %.2f".formatted(citation.confidence()));
  }

  /// What the letters before the sources mean, of those that are there.
  private void grades(Trace trace) {
    trace.appearances().stream()
        .map(one -> one.time().quality())
        .distinct()
        .sorted()
        .forEach(
            quality ->
                out.printf(
                    "%n[%s] %s",
                    quality,
                    switch (quality) {
                      case A -> "time known by our looks, at most an hour apart";
                      case B -> "time known by our looks, a day apart, or by the platform's clock";
                      case C -> "time known by its own claim alone, or by our looks alone";
                      case D -> "time rough, missing or contradicted";
                    }));
    out.println();
  }

  private void variant(Trace.Variant variant) {
    String diff =
        variant.diff().stream()
            .map(
                piece ->
                    switch (piece.op()) {
                      case '-' -> "[-" + piece.text() + "-]";
                      case '+' -> "{+" + piece.text() + "+}";
                      default -> piece.text();
                    })
            .collect(Collectors.joining(" "));
    out.printf(
        "  %s  ×%d  %s%n",
        time(variant.at()), variant.count(), diff.isEmpty() ? shortened(variant.text()) : diff);
  }

  private void factCheck(Trace.FactCheck check) {
    out.printf(
        "  %s: %s — “%s” %s%s%n",
        check.publisher(),
        check.rating(),
        shortened(check.claim()),
        check.url().orElse(""),
        check.removedAt().map(at -> ", no longer there, found " + time(at)).orElse(""));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= PASSAGE ? line : line.substring(0, PASSAGE - 1) + "…";
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String counted(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }
}
