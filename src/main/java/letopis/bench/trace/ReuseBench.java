package letopis.bench.trace;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import letopis.document.Document;
import letopis.trace.Appearance;
import letopis.trace.Change;
import letopis.trace.Match;
import letopis.trace.Trace;
import letopis.trace.TraceRequest;
import letopis.trace.TraceResult;
import letopis.trace.Tracer;

/// Traces planted claims and compares the answers with what was planted: what is right is for
/// [RightAnswers] to say, and beside it, for people ([Judgements]).
final class ReuseBench {
  /// Changes that make another claim of it.
  private static final Set<Change.Kind> SERIOUS =
      Set.of(Change.Kind.NUMBER, Change.Kind.NEGATION, Change.Kind.DATE, Change.Kind.NAME);

  private final Tracer tracer;
  private final PrintStream out;
  private final RightAnswers rule;
  private final Judgements judgements;
  private final List<String> errors = new ArrayList<>();

  ReuseBench(Tracer tracer, List<Document> corpus, Judgements judgements, PrintStream out) {
    this.tracer = tracer;
    this.rule = new RightAnswers(corpus);
    this.judgements = judgements;
    this.out = out;
  }

  private static final class Counts {
    int claims;
    int expected;
    int found;
    int shown;
    int right;
    int rightByHand;
    int origins;
    int originsByHand;
    int taken;
    int takenRight;
    int altered;
    int named;
    int misnamed;
    int unread;
  }

  /// Prints a line for each kind of change. Precision is that of all answers but mentions, and
  /// beside it (`taken`) that of the `verbatim` and `edited` ones alone; `by hand` are precision
  /// and origin with the verdicts of people where there are any, `unread` how many answers and
  /// origins that the rule calls wrong nobody has read. `named`: of the claims in which a number,
  /// name, date or negation was changed, the share with which the original shows just that change,
  /// of its kind; `misnamed`: the share of all claims with which the original shows another change
  /// of one of these kinds.
  void run(List<Planted.Claim> claims) throws IOException {
    Map<Planted.Kind, Counts> counts = new EnumMap<>(Planted.Kind.class);
    for (Planted.Claim claim : claims) {
      judge(claim, counts.computeIfAbsent(claim.kind(), _ -> new Counts()));
    }
    out.printf(
        "%-10s %7s %8s %10s %8s %8s %8s %8s %7s %12s %7s %9s%n",
        "kind",
        "claims",
        "recall",
        "precision",
        "by hand",
        "taken",
        "origin",
        "by hand",
        "unread",
        "appearances",
        "named",
        "misnamed");
    counts.forEach(
        (kind, one) ->
            out.printf(
                "%-10s %7d %8.3f %10.3f %8.3f %8.3f %8.3f %8.3f %7d %12d %7s %9.3f%n",
                kind.label(),
                one.claims,
                (double) one.found / one.expected,
                share(one.right, one.shown),
                share(one.rightByHand, one.shown),
                share(one.takenRight, one.taken),
                (double) one.origins / one.claims,
                (double) one.originsByHand / one.claims,
                one.unread,
                one.shown,
                one.altered == 0 ? "-" : "%.3f".formatted((double) one.named / one.altered),
                (double) one.misnamed / one.claims));
  }

  private static double share(int right, int of) {
    return of == 0 ? 1 : (double) right / of;
  }

  /// What went wrong, a line each.
  List<String> errors() {
    return errors;
  }

  private void judge(Planted.Claim claim, Counts counts) throws IOException {
    Trace trace =
        switch (tracer.trace(TraceRequest.ofText(claim.claim().text()))) {
          case TraceResult.Traced(Trace traced) -> traced;
          case TraceResult.Unknown(String subject) -> throw new IOException("unknown " + subject);
          case TraceResult.Rejected(String reason, _) -> throw new IOException(reason);
        };
    Map<String, Appearance> shown =
        trace.appearances().stream()
            .collect(Collectors.toMap(one -> one.document().id(), one -> one));
    counts.claims++;
    for (Document expected : List.of(claim.original(), claim.planted())) {
      counts.expected++;
      if (shown.containsKey(expected.id())) {
        counts.found++;
      } else {
        error("missed " + (expected == claim.planted() ? "planted" : "original"), claim, "");
      }
    }
    trace.appearances().stream()
        .filter(one -> one.match() != Match.MENTION)
        .forEach(one -> answer(claim, one, counts));
    Appearance original = shown.get(claim.original().id());
    if (original != null) {
      naming(claim, original, counts);
    }
    counts.altered += claim.claim().other().isPresent() ? 1 : 0;
    origin(claim, trace.origin().map(Trace.Origin::appearance), counts);
  }

  private void answer(Planted.Claim claim, Appearance one, Counts counts) {
    boolean right = RightAnswers.tells(one.document(), claim);
    Optional<Judgements.Verdict> verdict = judgements.of(claim.claim().text(), one.document());
    counts.shown++;
    counts.right += right ? 1 : 0;
    counts.rightByHand +=
        verdict.map(said -> said != Judgements.Verdict.OTHER).orElse(right) ? 1 : 0;
    if (one.match() != Match.PARAPHRASE) {
      counts.taken++;
      counts.takenRight += right ? 1 : 0;
    }
    if (!right) {
      counts.unread += verdict.isEmpty() ? 1 : 0;
      error("wrong " + one.match().label() + " %.2f".formatted(one.score()), claim, shown(one));
    }
  }

  private void origin(Planted.Claim claim, Optional<Appearance> origin, Counts counts) {
    boolean right = origin.filter(one -> rule.isOrigin(one.document(), claim)).isPresent();
    Optional<Judgements.Verdict> verdict =
        origin.flatMap(one -> judgements.of(claim.claim().text(), one.document()));
    counts.origins += right ? 1 : 0;
    counts.originsByHand +=
        right || verdict.filter(Judgements.Verdict.ORIGIN::equals).isPresent() ? 1 : 0;
    if (!right) {
      counts.unread += origin.isPresent() && verdict.isEmpty() ? 1 : 0;
      Document earliest = rule.earliest(claim);
      error(
          "origin",
          claim,
          origin.map(ReuseBench::shown).orElse("none")
              + "\n    instead of: "
              + earliest.id()
              + " of "
              + earliest.times().published().at());
    }
  }

  /// For a reading by hand; with the document's id, a line of the pool can be made of it.
  private static String shown(Appearance one) {
    Document document = one.document();
    return one.passage().text().replace('\n', ' ')
        + "\n    in: "
        + document.id()
        + " of "
        + one.time().best()
        + ", «"
        + document.content().title()
        + "»";
  }

  /// Whether the changes that are shown are the one that was made.
  private void naming(Planted.Claim claim, Appearance original, Counts counts) {
    Optional<Altered.Other> made = claim.claim().other();
    boolean named = original.changed().stream().anyMatch(change -> isMade(made, change));
    boolean misnamed =
        original.changed().stream()
            .anyMatch(
                change ->
                    SERIOUS.contains(change.kind())
                        && !isMade(made, change)
                        && !isMade(made.map(Altered.Other::back), change));
    counts.named += named ? 1 : 0;
    counts.misnamed += misnamed ? 1 : 0;
    if (made.isPresent() && !named || misnamed) {
      error(named || made.isEmpty() ? "misnamed" : "unnamed", claim, original.changed().toString());
    }
  }

  private static boolean isMade(Optional<Altered.Other> made, Change change) {
    return made.stream().anyMatch(other -> other.is(change));
  }

  private void error(String what, Planted.Claim claim, String passage) {
    errors.add(
        claim.kind()
            + " "
            + what
            + " "
            + Judgements.claimId(claim.claim().text())
            + "\n    claim: "
            + claim.claim().text()
            + "\n    sentence: "
            + claim.sentence()
            + "\n    shown: "
            + passage);
  }
}
