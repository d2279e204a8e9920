package letopis.text;

import static letopis.text.Cue.KIND;
import static letopis.text.Cue.OWN;
import static letopis.text.Cue.STAFF;
import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.QUOTED;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whom the one who speaks in a Russian text speaks to: «заявил он РБК», «сказал сенатор
/// „Интерфаксу“».
final class RussianListeners {
  private static final Set<String> PREPOSITIONS =
      Set.of("в", "во", "на", "с", "со", "о", "об", "от", "из", "для", "у", "к", "по", "за", "при");
  private static final Set<String> PRONOUNS = Set.of("он", "она", "они");
  /// The endings of the dative.
  private static final WordPattern ADDRESSED = WordPattern.ofNorm("[а-яё]+(?:[ую]|[^о]е|[ая]м|ой)");
  private static final WordPattern HE =
      WordPattern.ofNorm("[а-я]+(?:[бвгджзклмнпрстфхцчшщй]|тель)");
  private static final WordPattern SHE = WordPattern.ofNorm("[а-я]+(?:ка|ница|ша)");
  private static final Set<String> INTO = Set.of("в", "во", "на");

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
    return in.is(name.described() ? first - 1 : first, ADDRESSED);
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

  private boolean isName(int index) {
    return in.isCapital(index)
        && Character.isLowerCase(in.surface(index).charAt(in.surface(index).length() - 1));
  }

  /// Whom something is told to stands in the dative; who tells it does not.
  boolean isDative(NameReader.Name name, boolean plural) {
    if (name.look() != QUOTED || name.described() || plural) {
      return true;
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
