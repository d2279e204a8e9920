package letopis.text;

import static letopis.text.Cue.DAY;
import static letopis.text.Cue.KIND;
import static letopis.text.Cue.ORG_KIND;
import static letopis.text.Cue.PERSON;
import static letopis.text.NameReader.Look.LATIN;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells the persons of an English text from organisations, by what stands around their names and
/// elsewhere in the text. Not for several threads.
final class EnglishPersons {
  private final Frames frames;
  private final NameWords in;
  private final WordList words;

  /// The words behind given names, collected when first asked for.
  private @Nullable Set<String> surnames;

  EnglishPersons(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
  }

  /// "according to Ann Rivers, an attorney", "Rivers and her colleagues", and "Rivers" where the
  /// text has "Ann Rivers" elsewhere.
  boolean isPerson(int cue, NameReader.Name name) {
    if (name.look() != LATIN || name.described()) {
      return false;
    }
    int next = name.wordsTo();
    boolean colleagues =
        in.isWord(next, "and")
            && (in.isWord(next + 1, "colleagues") || in.isWord(next + 2, "colleagues"));
    boolean role =
        in.isWord(next, "who")
            || in.followsComma(next) && (in.isWord(next, "she") || in.isWord(next, "he"));
    // Behind "According to X," a clause begins, which may be of officials.
    int reach = in.isCapital(cue) ? in.isCapital(next) ? 2 : 0 : 5;
    for (int i = next; in.followsComma(next) && i < next + reach; i++) {
      role |= in.is(i, PERSON.bit()) && (i == next || in.follows(i));
    }
    int first = words.from(name.start());
    return colleagues || role || next == first + 1 && isSurname(in.owner(first));
  }

  /// Whether the text has a word behind a given name.
  boolean isSurname(String surface) {
    if (surnames == null) {
      surnames = new HashSet<>();
      for (int i = 1; i < words.size(); i++) {
        if (in.isCapital(i) && in.follows(i) && isGivenName(i - 1)) {
          surnames.add(in.owner(i));
        }
      }
    }
    return surnames.contains(surface);
  }

  /// Whether a name may be a person's: a given name before, a surname, or, of one word, nothing but
  /// the begin of a sentence to say that it is a name.
  boolean isNamed(NameReader.Name name) {
    int first = words.from(name.start());
    int last = name.wordsTo() - 1;
    return SourceNames.isGivenName(in.surface(first))
        || SourceNames.isPlace(in.surface(first))
        || last == first && (isSurname(in.owner(first)) || frames.stops(first))
        || last > first && isUsedAlone(in.owner(last));
  }

  /// Whether a word stands alone somewhere, as surnames of persons named before do.
  private boolean isUsedAlone(String surface) {
    for (int i = 1; i < words.size(); i++) {
      if (in.owner(i).equals(surface)
          && !(in.isCapital(i - 1) && in.follows(i))
          && !(in.isCapital(i + 1) && in.follows(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /// Whether a word is no surname and begins a longer name in the text: "Riverbank Technica".
  boolean begins(String surface) {
    if (isSurname(surface) || SourceNames.isGivenName(surface)) {
      return false;
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      if (in.isCapital(i + 1) && in.follows(i + 1) && in.surface(i).equals(surface)) {
        return true;
      }
    }
    return false;
  }

  /// The first word of a sentence has a capital whatever it is: "Meanwhile Riverbank said".
  private boolean isGivenName(int index) {
    String surface = in.surface(index);
    return in.isCapital(index)
        && Character.isLowerCase(surface.charAt(surface.length() - 1))
        && !in.is(index, Cue.bits(KIND, ORG_KIND, DAY))
        && !StopWords.has(words.norm(index))
        && (frames.stops(index) ? SourceNames.isGivenName(surface) : !SourceNames.isPlace(surface));
  }

  /// Whether a name has a word for an organisation.
  boolean isOrganisation(NameReader.Name name) {
    return name.look() == LATIN
        && SourceNames.namesOrganisation(frames.text.substring(name.start(), name.end()));
  }
}
