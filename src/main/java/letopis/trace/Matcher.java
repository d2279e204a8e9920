package letopis.trace;

import java.util.Optional;

/// Decides whether and how a text says a claim. Made once for each claim; not for several threads.
///
/// The bounds were set on half of the real data, see `docs/tracing.md`; `bench trace` measures them
/// on planted claims.
final class Matcher {
  /// Fewer content words than this make a claim short: it must be found nearly whole.
  static final int SHORT = 6;

  private static final double EDITED = 0.58;
  private static final double EDITED_SHORT = 0.8;

  /// A short claim with all its words may have them in any order.
  private static final double WHOLE = 0.95;

  private static final double PARAPHRASE = 0.52;

  /// An edited passage has most of the claim, by weight.
  private static final double COVERED = 0.56;

  /// The same where nothing but numbers differs.
  private static final double COVERED_BUT_NUMBERS = 0.42;

  /// An edited passage keeps so many of the claim's words beside their neighbours; one that has the
  /// words but not the wording is told anew.
  private static final double REUSED = 0.6;

  /// What a passage with most of the claim's words must have in common with it, as a sum of word
  /// weights, when it does not keep the wording.
  private static final double RETOLD = 3;

  /// The same in a headline, which says what the whole text is about, and what else it must be: an
  /// outlet words the news of another by half of its words.
  private static final double RETOLD_TITLE = 2;

  private static final double HEADLINE = 0.55;
  private static final double COVERED_BY_HEADLINE = 0.45;

  /// What a paraphrase must have in common with the claim, as a sum of word weights: as much as
  /// four words that almost no other document has.
  private static final double TELLING = 4;

  /// The same of a short claim, of which more must be there.
  private static final double COVERED_SHORT = 0.75;

  private static final double RETOLD_SHORT = 2;

  /// The score of what has nearly all of a longer claim of common words.
  private static final double WHOLE_RETOLD = 0.75;

  private static final double MENTION = 0.38;

  /// What a text must have taken over of a claim of several sentences, as a share of its weight.
  private static final double PART = 0.2;

  private static final double LONG_VERBATIM = 0.97;
  private static final double LONG_EDITED = 0.4;
  private static final double LONG_REUSE = 0.08;
  private static final double LONG_PARAPHRASE = 0.45;
  private static final double LONG_MENTION = 0.3;

  private final Claim claim;
  private final Reading reading;
  private final LongAligner.Seeds seeds;

  Matcher(Claim claim) {
    this.claim = claim;
    this.reading = new Reading(claim);
    this.seeds = new LongAligner.Seeds(claim);
  }

  Claim claim() {
    return claim;
  }

  /// A place that says the claim.
  ///
  /// @param field `title` or `body`
  /// @param refuted what stands around it denies it
  record Found(String field, Aligned aligned, Match match, boolean refuted, double score) {}

  /// The best place of a document that says the claim, in its body or its title.
  Optional<Found> find(String title, String body) {
    Optional<Found> inBody = find(title, body, "body");
    if (inBody.isPresent() && inBody.get().match() == Match.VERBATIM) {
      return inBody;
    }
    Optional<Found> inTitle = find("", title, "title");
    if (inBody.isEmpty() || inTitle.isEmpty()) {
      return inBody.or(() -> inTitle);
    }
    boolean title2 = inTitle.get().score() > inBody.get().score() + 0.02;
    return title2 && !inBody.get().refuted() ? inTitle : inBody;
  }

  private Optional<Found> find(String title, String text, String field) {
    if (text.isEmpty() || claim.total == 0) {
      return Optional.empty();
    }
    Reading.Text read = reading.of(text);
    if (claim.isLong()) {
      return LongAligner.align(claim, seeds, read).flatMap(found -> article(field, found));
    }
    Optional<Found> whole =
        ShortAligner.align(claim, read).flatMap(found -> statement(title, text, field, found));
    if (!claim.isSeveral()
        || whole.filter(found -> found.match() != Match.PARAPHRASE).isPresent()) {
      return whole;
    }
    Optional<Found> part =
        LongAligner.align(claim, seeds, read).flatMap(found -> part(title, text, field, found));
    return part.filter(found -> found.match() == Match.EDITED).or(() -> whole).or(() -> part);
  }

  private Optional<Found> article(String field, Aligned aligned) {
    return longMatch(aligned)
        .map(match -> new Found(field, aligned, match, false, longScore(aligned)));
  }

  private Optional<Found> statement(String title, String text, String field, Aligned aligned) {
    double score = harmonic(aligned);
    Optional<Match> match = shortMatch(field, text, aligned, score);
    return match.isEmpty() && !isAbout(aligned, score)
        ? Optional.empty()
        : judged(title, text, field, aligned, match, score);
  }

  /// A text that took over one sentence of several.
  private Optional<Found> part(String title, String text, String field, Aligned aligned) {
    if (aligned.ordered() < PART || aligned.evidence() < RETOLD) {
      return Optional.empty();
    }
    Match match = aligned.ordered() >= LONG_EDITED ? Match.EDITED : Match.MENTION;
    return judged(title, text, field, aligned, Optional.of(match), longScore(aligned));
  }

  /// What a denial or a doubt beside a passage makes of it.
  private static Optional<Found> judged(
      String title,
      String text,
      String field,
      Aligned aligned,
      Optional<Match> match,
      double score) {
    Refutations.Stance stance = Refutations.of(title, text, aligned.start(), aligned.end());
    Optional<Match> how =
        switch (stance) {
          case STATES -> match;
          case DISCUSSES -> match.map(_ -> Match.MENTION);
          case DENIES -> Optional.of(Match.MENTION);
        };
    boolean refuted = stance == Refutations.Stance.DENIES;
    return how.map(as -> new Found(field, aligned, as, refuted, score));
  }

  /// Enough of the claim's words that a denial beside them denies this claim.
  private boolean isAbout(Aligned aligned, double score) {
    return score >= MENTION && aligned.matched() >= 3 && claim.content >= SHORT;
  }

  /// The harmonic mean of how much of the claim is there and how little else is.
  private static double harmonic(Aligned aligned) {
    double sum = aligned.covered() + aligned.density();
    return aligned.identical()
        ? 1
        : sum == 0 ? 0 : 0.99 * 2 * aligned.covered() * aligned.density() / sum;
  }

  private Optional<Match> shortMatch(String field, String text, Aligned aligned, double score) {
    if (aligned.identical()) {
      return Optional.of(Match.VERBATIM);
    }
    if (claim.content < SHORT) {
      // «10 лет тюрьмы» and «до двух лет тюрьмы» are no change of one statement.
      boolean number =
          aligned.changed().stream().anyMatch(Change::isOtherNumber) && aligned.reuse() >= REUSED;
      boolean edited =
          number
              ? score >= EDITED && aligned.matched() >= Math.min(2, claim.content)
              : score >= EDITED_SHORT && isWorded(aligned);
      return edited ? Optional.of(Match.EDITED) : shortRetold(text, aligned, score);
    }
    SameEvent event = new SameEvent(claim, text, aligned);
    // A rare number may weigh more than the words around it.
    boolean numbers =
        !aligned.changed().isEmpty() && aligned.changed().stream().allMatch(Change::isOtherNumber);
    double least = numbers ? COVERED_BUT_NUMBERS : COVERED;
    boolean most = aligned.covered() >= least && aligned.matched() >= 4;
    if (score >= EDITED && most && aligned.reuse() >= REUSED) {
      return event.isTakenOver(aligned.changed()) ? Optional.of(Match.EDITED) : Optional.empty();
    }
    boolean retold =
        field.equals("title")
            ? isHeadline(aligned, score)
            : score >= EDITED && most && aligned.evidence() >= RETOLD
                || isNearlyWhole(aligned, score);
    boolean paraphrase = retold || score >= PARAPHRASE && aligned.evidence() >= TELLING;
    return paraphrase && event.isRetold(aligned.changed())
        ? Optional.of(Match.PARAPHRASE)
        : Optional.empty();
  }

  /// Whether a short claim's wording is there: of few words another one makes another statement,
  /// «пришли 1500 человек» and «установили 1500 человек».
  private boolean isWorded(Aligned aligned) {
    boolean whole = aligned.covered() >= WHOLE;
    return aligned.matched() >= Math.min(3, claim.content) && (whole || aligned.reuse() >= REUSED);
  }

  private static boolean isHeadline(Aligned aligned, double score) {
    return score >= HEADLINE
        && aligned.covered() >= COVERED_BY_HEADLINE
        && aligned.matched() >= 3
        && aligned.evidence() >= RETOLD_TITLE;
  }

  /// Nearly all of a claim of common words, close together.
  private static boolean isNearlyWhole(Aligned aligned, double score) {
    return score >= WHOLE_RETOLD
        && aligned.covered() >= COVERED_SHORT
        && aligned.evidence() >= RETOLD_SHORT;
  }

  /// A short claim in other words: nearly all of it, close together.
  private Optional<Match> shortRetold(String text, Aligned aligned, double score) {
    boolean retold =
        score >= EDITED
            && aligned.covered() >= COVERED_SHORT
            && aligned.matched() >= 3
            && aligned.evidence() >= RETOLD_SHORT;
    return retold && new SameEvent(claim, text, aligned).isRetold(aligned.changed())
        ? Optional.of(Match.PARAPHRASE)
        : Optional.empty();
  }

  private static double longScore(Aligned aligned) {
    return aligned.identical() ? 1 : 0.99 * Math.max(aligned.ordered(), 0.8 * aligned.covered());
  }

  private Optional<Match> longMatch(Aligned aligned) {
    if (aligned.identical() || aligned.ordered() >= LONG_VERBATIM && aligned.changed().isEmpty()) {
      return Optional.of(Match.VERBATIM);
    }
    if (aligned.ordered() >= LONG_EDITED) {
      return Optional.of(Match.EDITED);
    }
    boolean reuse = aligned.ordered() >= LONG_REUSE;
    if (aligned.covered() >= LONG_PARAPHRASE && reuse) {
      return Optional.of(Match.PARAPHRASE);
    }
    boolean mention = reuse || aligned.covered() >= LONG_MENTION && aligned.matched() >= SHORT;
    return mention ? Optional.of(Match.MENTION) : Optional.empty();
  }
}
