package letopis.text;

import static letopis.text.Cue.BESIDE;
import static letopis.text.Cue.DAY;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.MODIFIER;
import static letopis.text.Cue.ORG_KIND;
import static letopis.text.Cue.PERSON;
import static letopis.text.Cue.STUDY;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;

import java.util.Optional;
import java.util.Set;

/// The frames of English prepositions and participles that name whose words are told: "according to
/// X", "seen by X", "citing X".
final class EnglishNouns {
  private static final Set<String> SEEN = Set.of("seen", "heard", "viewed");
  private static final Set<String> SIDES = Set.of("South", "North", "West", "East");
  private static final int MOST_BETWEEN = 14;
  private static final int MOST_OWNED = 6;
  private static final int MOST_OF_TIME = 4;
  /// Whose name stands behind a comma: "the label's owners, Riverbank Group".
  private static final Set<String> OWNERS =
      Set.of(
          "owner",
          "owners",
          "parent",
          "maker",
          "makers",
          "manufacturer",
          "developer",
          "developers",
          "publisher",
          "publishers",
          "operator",
          "operators",
          "producer",
          "producers",
          "organiser",
          "organisers",
          "organizer",
          "organizers",
          "sponsor",
          "supplier",
          "insurer",
          "landlord",
          "distributor");

  private static final Set<String> OUT_OF = Set.of("from", "with", "on");
  /// Passives whose agent is an outlet without a study's being named.
  private static final Set<String> OF_OUTLETS =
      Set.of(
          "reported",
          "cited",
          "quoted",
          "published",
          "seen",
          "obtained",
          "reviewed",
          "viewed",
          "carried",
          "interviewed",
          "noted",
          "spotted",
          "uncovered",
          "discovered",
          "highlighted",
          "unearthed",
          "flagged",
          "documented",
          "heard",
          "revealed",
          "leaked",
          "confirmed",
          "shared");

  private final Frames frames;
  private final NameWords in;
  private final WordList words;
  private final EnglishPersons persons;

  EnglishNouns(Frames frames, EnglishPersons persons) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
    this.persons = persons;
  }

  /// "seen by X", "a survey published by X".
  void madeBy(int cue) {
    int by = frames.skipTime(in.isWord(cue + 1, "out") ? cue + 2 : cue + 1, MOST_OF_TIME);
    boolean of = in.isWord(by, "by");
    if (!of && !OUT_OF.contains(in.norm(by)) || !in.follows(by)) {
      return;
    }
    boolean study = isAccording(cue);
    if (!of) {
      if (study) {
        takeOrigin(cue, by);
      }
      return;
    }
    for (int i = cue - 1; i > cue - 5 && i >= 0 && in.follows(i + 1); i--) {
      study |= in.is(i, STUDY.bit());
    }
    // "a paper written by Ann Rivers and published by X"
    study |=
        in.isWord(cue - 1, "and") && frames.near(cue, MOST_BETWEEN, Cue.bits(STUDY, Cue.PAPER));
    boolean told = OF_OUTLETS.contains(words.norm(cue));
    if (study || told) {
      boolean quoted =
          words.norm(cue).equals("cited")
              || words.norm(cue).equals("quoted")
              || told && isAsFirst(cue) && !SEEN.contains(words.norm(cue));
      source(cue, by + 1, study || quoted ? Frames.ENGLISH : Frames.MEDIA_OR_COMMON);
    }
  }

  /// "according to data collated from X", "available with the X"
  private void takeOrigin(int cue, int preposition) {
    boolean from = in.isWord(preposition, "from");
    int name = in.isWord(preposition + 1, "the") ? preposition + 2 : preposition + 1;
    frames.take(
        cue,
        frames
            .at(name, Frames.ENGLISH)
            .filter(one -> from || one.look() != LATIN || persons.isOrganisation(one))
            .filter(one -> !persons.isPerson(cue, one)));
  }

  /// "as reported", "as first reported", "was first reported"
  private boolean isAsFirst(int cue) {
    int at = cue - 1;
    while (at > 0 && in.is(at, BESIDE.bit()) && !in.isWord(at, "first")) {
      at--;
    }
    return in.isWord(at, "as") || in.isWord(at, "first");
  }

  /// Whether a word is of what "according to" speaks of.
  boolean isAccording(int index) {
    for (int i = index; i > 0 && i > index - MOST_BETWEEN && in.follows(i); i--) {
      if (in.isWord(i, "to") && in.is(i - 1, Cue.ACCORDING.bit())) {
        return true;
      }
    }
    return false;
  }

  /// "according to a report published by X", "citing research firm X".
  void source(int cue, int from, Set<NameReader.Look> looks) {
    int at = from;
    for (int step = 0; step < 9 && at < words.size() && goesOn(from, at); step++, at++) {
      int place = at;
      // "the Riverbank-based Lakewatch"
      int based = Frames.ARTICLES.contains(words.norm(at)) ? at + 1 : at;
      if (based + 1 < words.size() && isBased(based)) {
        at = based + 1;
        continue;
      }
      Optional<NameReader.Name> name =
          writerOf(at)
              .or(() -> read(from, place, looks))
              .filter(this::isSource)
              .filter(one -> !persons.isPerson(cue, one));
      // "a document Orlova prepared"
      boolean maker = at > from && in.is(at - 1, STUDY.bit());
      if (maker && name.isPresent() && !Frames.MEDIA.contains(name.get().look())) {
        return;
      }
      if (name.isPresent() && isOfOthers(name.get().wordsTo())) {
        at = name.get().wordsTo();
      } else if (frames.take(cue, name)) {
        return;
      }
      boolean two = in.isCapital(at) && isPlace(at);
      boolean country = two || SourceNames.isPlace(in.owner(at)) || isSide(at);
      // "the influential X"
      boolean described =
          at > from
              && looks.size() <= Frames.MEDIA_OR_COMMON.size()
              && Frames.ARTICLES.contains(words.norm(at - 1))
              && !in.isCapital(at)
              && at + 1 < words.size()
              && in.isCapital(at + 1);
      boolean passed =
          country
              || described
              || isOfGroup(at)
              || isOfOwner(at)
              || in.is(at, Cue.bits(MODIFIER, STUDY, ORG_KIND, KIND, DAY, BESIDE))
              || words.isNumber(at)
              || in.surface(at).equals("U")
              || in.surface(at).equals("S");
      // "an official trade group"
      boolean person =
          in.is(at, PERSON.bit()) && !(in.is(at, ORG_KIND.bit()) && in.is(at + 1, ORG_KIND.bit()));
      if (!passed || person) {
        return;
      }
      at += two ? 1 : 0;
    }
  }

  /// "Riverbank-based", "based"
  private boolean isBased(int at) {
    return in.isCapital(at) && in.hyphenated(at).surface().endsWith("-based");
  }

  /// "United States": a place of two words.
  private boolean isPlace(int at) {
    return in.follows(at + 1) && SourceNames.isPlace(in.surface(at), in.owner(at + 1));
  }

  /// "the South's Riverbank agency"
  private boolean isSide(int at) {
    return SIDES.contains(in.owner(at)) && in.owns(at);
  }

  /// "home information network Riverbank": small words up to one that says what is named.
  private boolean isOfGroup(int at) {
    for (int i = at; i < at + 5 && in.follows(i) && !in.isCapital(i); i++) {
      if (in.is(i, PERSON.bit()) && !in.is(i, ORG_KIND.bit())) {
        return false;
      }
      if (in.is(i, Cue.bits(KIND, ORG_KIND)) && i + 1 < words.size() && in.isCapital(i + 1)) {
        return true;
      }
    }
    return false;
  }

  private Optional<NameReader.Name> read(int from, int at, Set<NameReader.Look> looks) {
    return at > from && in.followsComma(at) ? frames.read(at, looks) : frames.at(at, looks);
  }

  /// Whether a word goes on with the phrase, also as the name behind "a trade group,".
  private boolean goesOn(int from, int at) {
    boolean group =
        in.followsComma(at)
            && in.is(at - 1, Cue.bits(KIND, ORG_KIND))
            && Frames.ARTICLES.contains(words.norm(from))
            && !in.isWord(from, "the");
    return in.follows(at) || group || at > from && in.followsComma(at) && isOwner(at - 1);
  }

  /// "the label's owners", "its parent company": small words up to one that says whose name stands
  /// behind the comma.
  private boolean isOfOwner(int at) {
    for (int i = at; i < at + 4 && in.follows(i) && !in.isCapital(i); i++) {
      if (isOwner(i)) {
        return in.followsComma(i + 1) && in.isCapital(i + 1);
      }
    }
    return false;
  }

  private boolean isOwner(int at) {
    return OWNERS.contains(words.norm(at))
        || at > 0 && words.norm(at - 1).equals("parent") && in.is(at, ORG_KIND.bit());
  }

  /// "according to Ann Rivers of the Post": the outlet behind the one who writes for it.
  private Optional<NameReader.Name> writerOf(int index) {
    int at = index;
    while (at < index + 3 && at < words.size() && in.isCapital(at) && in.follows(at)) {
      at++;
    }
    boolean of = at > index && (in.isWord(at, "of") || in.isWord(at, "from"));
    return of && in.follows(at) ? frames.at(at + 1, Frames.MEDIA) : Optional.empty();
  }

  /// A name before "spokesman" or "'s complaint" is not what was heard of itself.
  boolean isSource(NameReader.Name name) {
    if (name.look() == KNOWN || name.look() == DOMAIN) {
      return true;
    }
    int next = name.wordsTo();
    boolean owner =
        frames.text.startsWith("'s", name.end()) || frames.text.startsWith("’s", name.end());
    if (owner) {
      return in.follows(next) && in.isCapital(next) && SourceNames.isSource(in.surface(next))
          || in.follows(next) && in.is(next, MODIFIER.bit())
          || frames.skipsTo(next, MOST_OWNED, STUDY.bit());
    }
    return !in.follows(next) || !in.is(next, PERSON.bit());
  }

  /// "IBES data from Refinitiv": what is named before is not where they come from.
  private boolean isOfOthers(int next) {
    return in.is(next, STUDY.bit()) && in.isWord(next + 1, "from") && in.follows(next);
  }
}
