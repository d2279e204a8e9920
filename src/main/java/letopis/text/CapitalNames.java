package letopis.text;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import letopis.text.NameReader.Look;
import letopis.text.NameReader.Name;

/// Reads names that are told by their capital letters: "The Express Tribune", «Европейская правда».
final class CapitalNames {
  private static final long KIND = Cue.KIND.bit();
  private static final long VERBS = Cue.bits(Cue.REPORTED, Cue.SAID, Cue.WROTE);

  /// What the names of papers and stations end with: "The Express Tribune".
  private static final Pattern PRESS =
      Pattern.compile(
          "Times|Tribune|Post|News|Herald|Journal|Gazette|Telegraph|Today|Daily|Chronicle|Observer|Network|Sports|Television|Weekly|Globe|Reporter|Courier|Echo|Broadcasting|Podcast"
              + "|Новости|Новини|Новостей|Вести|Ведомости|Известия|Правда|Mirror|Standard|Express|Dispatch|Examiner|Bulletin|Magazine|Radio|TV|Sentinel|Press");

  /// What readers of one paper call it by: "told the Post".
  private static final Set<String> PAPERS =
      Set.of(
          "Times",
          "Tribune",
          "Post",
          "Herald",
          "Journal",
          "Gazette",
          "Telegraph",
          "Chronicle",
          "Courier",
          "Examiner",
          "Bulletin",
          "Enquirer",
          "Mail",
          "Record",
          "Mirror",
          "Observer",
          "Star",
          "News",
          "Advertiser");

  /// An adjective and what Russian papers are called behind it, in small letters and the same case.
  private static final Pattern PAPER =
      Pattern.compile(
          "[а-я-]+(?:(?:ая|яя) (?:правда|газета)|(?:ой|ей) (?:правд|газет)(?:ы|е|ой)"
              + "|(?:ую|юю) (?:правд|газет)у|(?:ое|ее) агентство|(?:ого|его) агентства"
              + "|(?:ому|ему) агентству|(?:ым|им) агентством|(?:ом|ем) агентстве)");

  /// Words in small letters within a name.
  private static final Set<String> SMALL = Set.of("of", "the", "for", "della", "de");

  private final String text;
  private final NameWords in;
  private final QuotedNames quotations;
  private final WordList words;
  private final Outlets outlets;

  CapitalNames(NameWords in, Outlets outlets, QuotedNames quotations) {
    this.text = in.text();
    this.in = in;
    this.quotations = quotations;
    this.words = in.words();
    this.outlets = outlets;
  }

  /// The name that begins with the capital letter of a word.
  ///
  /// @param saidWhat a word such as «газета» stands before it
  Optional<Name> read(int index, boolean saidWhat) {
    boolean described = saidWhat;
    // «телеканал bTV»
    boolean mixed = described && NameWords.isLatin(in.surface(index)) && in.isMixed(index);
    if (!in.isCapital(index) && !mixed) {
      return Optional.empty();
    }
    int last = index;
    while (last + 1 < words.size()
        && last - index < 5
        && (joined(last) || described && numbered(last))) {
      last++;
    }
    while (last > index
        && !Character.isUpperCase(text.codePointAt(words.start(last)))
        && !words.isNumber(last)) {
      last--;
    }
    int end = words.end(last);
    String first = in.surface(index);
    String name = text.substring(words.start(index), end);
    if (name.endsWith("'s") || name.endsWith("’s")) {
      end -= 2;
    }
    boolean latin = NameWords.isLatin(first);
    // «МуПо», «ДонНТУ»: so are offices written in Russian, in English firms and outlets.
    boolean acronym =
        first.length() > 1
            && in.hasCapitals(index)
            && first.codePoints().allMatch(Character::isLetterOrDigit)
            && (!latin || first.codePoints().limit(2).allMatch(Character::isUpperCase));
    if (acronym && latin && last == index && (isStation(last) || isStationAtEnd(last))) {
      last++;
      end = words.end(last);
    }
    // РИА «Регион online»
    boolean quote = last + 1 < words.size() && words.start(last + 1) == end + 2;
    if (acronym && !latin && quote && in.opens(last + 1)) {
      Optional<Name> quoted = quotations.read(last + 1, described);
      if (quoted.isPresent()) {
        int to = Math.min(text.length(), quoted.get().end() + 1);
        return Optional.of(
            new Name(words.start(index), to, Look.QUOTED, described, quoted.get().wordsTo()));
      }
    }
    Optional<Name> paper = last == index ? paper(index, described) : Optional.empty();
    if (paper.isPresent()) {
      return paper;
    }
    if (!latin && StopWords.has(words.norm(index))) {
      return Optional.empty();
    }
    boolean press =
        last > index
            ? PRESS.matcher(in.owner(last)).matches() && !name.contains("University")
            : in.isWord(index - 1, "the") && PAPERS.contains(in.owner(index));
    described |=
        latin && (in.is(last + 1, KIND) || in.isWord(last + 1, "news")) && in.follows(last + 1);
    Look look = press ? Look.KNOWN : acronym ? Look.ACRONYM : latin ? Look.LATIN : Look.CAPITALS;
    return Optional.of(new Name(words.start(index), end, look, described, last + 1));
  }

  /// «Европейская правда», «Озёрское агентство»
  private Optional<Name> paper(int index, boolean described) {
    boolean is =
        index + 1 < words.size()
            && in.isCapital(index)
            && "пга".indexOf(text.charAt(words.start(index + 1))) >= 0
            && !in.broken(index, index + 1)
            && PAPER.matcher(words.norm(index) + " " + in.surface(index + 1)).matches();
    return is
        ? Optional.of(
            new Name(words.start(index), words.end(index + 1), Look.KNOWN, described, index + 2))
        : Optional.empty();
  }

  /// «Озёрское агентство новостей», though the second word says what kind of source follows.
  Optional<Name> agency(int index) {
    if (!in.norm(index + 1).startsWith("агентств")) {
      return Optional.empty();
    }
    boolean news = in.isWord(index + 2, "новостей") && !in.broken(index + 1, index + 2);
    return paper(index, false)
        .map(
            name ->
                news
                    ? new Name(name.start(), words.end(index + 2), name.look(), false, index + 3)
                    : name);
  }

  /// "ABC 7 reports": a station by its network and its number, before what it says.
  boolean isStation(int last) {
    return last + 2 < words.size() && numbered(last) && in.is(last + 2, VERBS);
  }

  /// "told FOX 26.": a network and a number, behind which the phrase ends.
  boolean isStationAtEnd(int last) {
    return last + 1 < words.size()
        && numbered(last)
        && in.hasCapitals(last)
        && !in.follows(last + 2);
  }

  /// "told RTL Wednesday"
  private boolean isWeekday(int index) {
    return in.is(index, Cue.DAY.bit())
        && words.norm(index).endsWith("day")
        && !words.norm(index).endsWith("today");
  }

  /// «радиостанции Europe 1», «телеканалу France 24»
  private boolean numbered(int last) {
    int next = last + 1;
    return words.isNumber(next)
        && NameWords.isLatin(in.surface(last))
        && words.end(next) - words.start(next) <= 2
        && text.substring(words.end(last), words.start(next)).equals(" ");
  }

  /// Whether the next word goes on with the name.
  boolean joined(int last) {
    String surface = in.surface(last);
    int next = last + 1;
    boolean upper = in.isCapital(next);
    boolean small = !upper && SMALL.contains(in.surface(next));
    boolean followed = small && last + 2 < words.size() && in.isCapital(last + 2);
    if (!upper && !followed
        || !isClose(words.end(last), words.start(next))
        || surface.endsWith("'s")
        || surface.endsWith("’s")) {
      return false;
    }
    // «в интервью Eurosport Меди Беннани»: the name ends where the alphabet changes.
    boolean latin = NameWords.isLatin(surface);
    boolean other =
        latin && UnicodeScript.of(text.codePointAt(words.start(next))) == UnicodeScript.CYRILLIC;
    // «Виктор Орлов РИА Новости»
    boolean outlet = !latin && outlets.at(words, next).isPresent();
    return !other && !outlet && !isWeekday(next);
  }

  /// Whether two words stand side by side, or with a hyphen or "&" between them.
  private boolean isClose(int end, int next) {
    char first = text.charAt(end);
    return next == end + 1
        ? first == ' ' || first == '-' || first == '\u00A0' || first == '&'
        : next == end + 3 && text.startsWith(" & ", end);
  }
}
