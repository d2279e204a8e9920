package letopis.text;

import java.util.Optional;
import java.util.Set;

/// Reads names of offices that a paper prints in small letters: "US department of forestry and fire
/// protection", "the ministry of defence".
final class EnglishOffices {
  private static final Set<String> NOUNS =
      Set.of(
          "department",
          "ministry",
          "bureau",
          "agency",
          "office",
          "institute",
          "institutes",
          "center",
          "centers",
          "centre",
          "centres",
          "commission",
          "board",
          "council",
          "administration",
          "authority",
          "service");

  /// Of what a country has one department or ministry, so that the office needs no other name.
  private static final Set<String> FIELDS =
      Set.of(
          "health",
          "defence",
          "defense",
          "justice",
          "transport",
          "transportation",
          "education",
          "energy",
          "state",
          "interior",
          "internal",
          "foreign",
          "agriculture",
          "labor",
          "labour",
          "commerce",
          "trade",
          "finance",
          "culture",
          "environment",
          "homeland",
          "tourism",
          "housing",
          "work",
          "economy",
          "information",
          "industry",
          "science");

  private static final Set<String> LINKS = Set.of("of", "for", "on");
  private static final int MOST_ADJECTIVES = 2;
  private static final int MOST_WORDS = 6;

  private final NameWords in;
  private final WordList words;

  EnglishOffices(NameWords in) {
    this.in = in;
    this.words = in.words();
  }

  /// The name whose first word, behind the article, is the one at `index`.
  Optional<NameReader.Name> read(int index) {
    char first = in.text().charAt(words.start(index));
    int noun = index;
    if (first >= 'A' && first <= 'Z') {
      if (!isSmall(index + 1) || !SourceNames.isPlace(in.surface(index))) {
        return Optional.empty();
      }
      noun++;
      while (noun <= index + MOST_ADJECTIVES
          && isSmall(noun)
          && !NOUNS.contains(words.norm(noun))) {
        noun++;
      }
    } else if (first != 'd' && first != 'm') {
      return Optional.empty();
    }
    boolean office =
        isSmall(noun) && NOUNS.contains(words.norm(noun)) && LINKS.contains(in.norm(noun + 1));
    return office && isSmall(noun + 2) && (noun > index || FIELDS.contains(words.norm(noun + 2)))
        ? Optional.of(name(index, noun + 2))
        : Optional.empty();
  }

  /// Up to the last word of what the office is of: "forestry and fire protection".
  private NameReader.Name name(int index, int from) {
    int last = from;
    while (last + 1 < from + MOST_WORDS) {
      int next = in.isWord(last + 1, "and") && in.follows(last + 1) ? last + 2 : last + 1;
      if (!isSmall(next)) {
        break;
      }
      last = next;
    }
    return new NameReader.Name(
        words.start(index), words.end(last), NameReader.Look.LATIN, false, last + 1);
  }

  /// Whether a word goes on with a name in small letters: no short one, no verb, no time.
  private boolean isSmall(int index) {
    return index < words.size()
        && in.text().charAt(words.start(index)) >= 'a'
        && in.text().charAt(words.start(index)) <= 'z'
        && in.follows(index)
        && !in.isCapital(index)
        && !StopWords.has(words.norm(index))
        && !words.norm(index).endsWith("ly")
        && !in.is(
            index,
            Cue.bits(
                Cue.SAID, Cue.FOUND, Cue.REPORTED, Cue.WROTE, Cue.DAY, Cue.BESIDE, Cue.PERSON));
  }
}
