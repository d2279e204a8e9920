package letopis.text;

import static letopis.text.Cue.KIND;
import static letopis.text.Cue.OWN;
import static letopis.text.Cue.STAFF;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whom the one who speaks in a Russian text speaks to: «заявил он РБК», «сказал сенатор
/// „Интерфаксу“».
final class RussianListeners {
  private static final Set<String> PREPOSITIONS =
      Set.of("в", "во", "на", "с", "со", "о", "об", "от", "из", "для", "у", "к", "по", "за", "при");
  private static final Set<String> ABOUT =
      Set.of("относительно", "против", "насчет", "вместо", "среди", "после", "около");
  private static final Set<String> PRONOUNS = Set.of("он", "она", "они");
  /// The endings of the dative.
  private static final WordPattern ADDRESSED = WordPattern.ofNorm("[а-яё]+(?:[ую]|[^о]е|[ая]м|ой)");
  private static final WordPattern HE =
      WordPattern.ofNorm("[а-я]+(?:[бвгджзклмнпрстфхцчшщй]|тель)");
  private static final WordPattern SHE = WordPattern.ofNorm("[а-я]+[ая]");
  private static final WordPattern DATIVE =
      WordPattern.ofNorm("[а-яё-]+(?:ому|ему|[^аеио]у|[^я]ю|ам|ям|ым|им)");
  private static final Set<String> INTO = Set.of("в", "во", "на");
  private static final Set<NameReader.Look> TOLD_TO = EnumSet.of(KNOWN, DOMAIN, QUOTED, LATIN);
  /// «телеканалу», «изданию»: an outlet that is told something.
  private static final WordPattern OUTLET =
      WordPattern.ofNorm("[а-я]*(?:каналу|изданию|агентству|порталу|журналу|сайту|ресурсу|газете)");
  private static final int REACH = 7;
  private static final int LONGEST_QUOTED = 3;

  private final Frames frames;
  private final NameWords in;
  private final WordList words;

  RussianListeners(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
  }

  /// «заявил Иванов ТАСС», «сказал сенатор „Интерфаксу“», «пояснил он RT»: the outlet that the
  /// one who speaks speaks to.
  void addressee(int cue, int from) {
    boolean inside = false;
    for (int at = from + 1; at < from + 9 && at < words.size() && in.follows(at); at++) {
      if (ABOUT.contains(words.norm(at))) {
        return;
      }
      boolean preposition = PREPOSITIONS.contains(words.norm(at - 1));
      inside |= preposition;
      boolean person =
          in.isCapital(at - 1)
              || PRONOUNS.contains(words.norm(at - 1))
              || at == from + 1 && isPerson(cue, from)
              || at == from + 2 && in.isAdjective(from) && isPerson(cue, from + 1);
      boolean host = INTO.contains(words.norm(at)) && in.is(at + 1, KIND.bit()) && person;
      Optional<NameReader.Name> name =
          host || in.mayBegin(at)
              ? frames.at(host ? at + 1 : at, Frames.MEDIA).filter(one -> one.look() != CAPITALS)
              : Optional.empty();
      boolean told =
          !preposition && (person && !inside || name.filter(this::isAddressed).isPresent());
      if ((host || told) && frames.take(cue, name)) {
        return;
      }
    }
  }

  /// «заявил латвиец», «рассказала спортсменка»: who speaks, not whose.
  private boolean isPerson(int verb, int noun) {
    WordPattern form = words.norm(verb).endsWith("ла") ? SHE : HE;
    return in.is(noun, form) && !in.is(noun, Cue.bits(OWN, STAFF, KIND));
  }

  /// Whether an outlet's name, or the word that says what it is, is in the dative, when it has
  /// case forms.
  private boolean isAddressed(NameReader.Name name) {
    int first = words.from(name.start());
    return in.is(name.described() ? first - 1 : first, ADDRESSED)
        || !name.described() && in.is(name.wordsTo() - 1, ADDRESSED);
  }

  /// «рассказала АСИ Елена Орлова»: capitals before the name of who speaks.
  boolean toldAcronym(int cue, int at) {
    String surface = in.surface(at);
    boolean person =
        at + 2 < words.size()
            && in.follows(at + 1)
            && in.follows(at + 2)
            && isName(at + 1)
            && isName(at + 2);
    boolean acronym =
        surface.length() > 2
            && surface.equals(surface.toUpperCase(Locale.ROOT))
            && !SourceNames.isPlace(surface);
    return person
        && acronym
        && frames.take(
            cue,
            Optional.of(
                new NameReader.Name(words.start(at), words.end(at), ACRONYM, false, at + 1)));
  }

  /// «телеканалу „Речник“ министр рассказал»: the outlet that is told, before the verb.
  void toldBefore(int cue) {
    for (int at = cue - 2; at >= 0 && at > cue - REACH - 2 && !frames.stops(at + 1); at--) {
      boolean outlet =
          isOutlet(at)
              && (at == 0 || !PREPOSITIONS.contains(words.norm(at - 1)) && !in.isAdjective(at - 1));
      Optional<NameReader.Name> name = outlet ? frames.read(at + 1, TOLD_TO) : Optional.empty();
      if (name.filter(one -> one.wordsTo() <= cue).isPresent()) {
        frames.take(at, name);
        return;
      }
    }
  }

  /// «сообщили агентству в суде»
  boolean isOutlet(int index) {
    return in.is(index, KIND.bit()) && in.is(index, OUTLET);
  }

  /// Whether a name behind a verb may be its subject: an office that is told something («сообщил
  /// Госдуме») is none, nor is a person behind «заявил изданию».
  boolean maySay(int verb, NameReader.Name name) {
    if (name.described() && name.look() == CAPITALS) {
      int kind = words.from(name.start()) - 1;
      return kind < 0 || !in.is(kind, OUTLET);
    }
    if (name.look() != ORGANISATION) {
      return true;
    }
    int first = words.from(name.start());
    WordForm form = in.hyphenated(first);
    if (form.is(DATIVE)) {
      return false;
    }
    boolean she = words.norm(verb).endsWith("ла");
    boolean he = words.norm(verb).endsWith("л");
    boolean acronym = in.surface(first).equals(in.surface(first).toUpperCase(Locale.ROOT));
    String word = form.norm();
    return acronym || !(word.endsWith("е") && (she || he) || he && word.endsWith("и"));
  }

  private boolean isName(int index) {
    return in.isCapital(index)
        && Character.isLowerCase(in.surface(index).charAt(in.surface(index).length() - 1));
  }

  /// Whom something is told to stands in the dative; who tells it does not.
  boolean isDative(NameReader.Name name, boolean plural) {
    if (name.look() != QUOTED || name.described() || plural) {
      return true;
    }
    // «отметил „Такие мосты будут на экзамене“»: a name has no more words.
    if (name.wordsTo() - words.from(name.start()) > LONGEST_QUOTED) {
      return false;
    }
    String surface = frames.text.substring(name.start(), name.end());
    char last = surface.charAt(surface.length() - 1);
    return surface.length() <= 4
        || "уюеэоийё".indexOf(last) >= 0 && !surface.endsWith("ое")
        || surface.endsWith("ам")
        || surface.endsWith("ям")
        || !(last >= 'а' && last <= 'я');
  }
}
