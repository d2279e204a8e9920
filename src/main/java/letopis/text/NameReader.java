package letopis.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the name of a source that begins at a word of a text.
final class NameReader {
  /// What the name looks like, from the surest to the least sure.
  enum Look {
    KNOWN,
    QUOTED,
    DOMAIN,
    ACRONYM,
    LATIN,
    ORGANISATION,
    CAPITALS
  }

  /// @param described a word such as «газета» stands before it
  record Name(int start, int end, Look look, boolean described, int wordsTo) {}

  private static final Pattern KIND =
      Pattern.compile(
          "(?iu)газет\\w*|агентств\\w*|информагентств\\w*|телеканал\\w*|канал\\w*|портал\\w*|издани\\w*"
              + "|интернет-издани\\w*|журнал|журнал[ауе]|журналом|радиостанци\\w*|радио|сайт\\w*|таблоид\\w*|еженедельник\\w*"
              + "|телеграм|telegram|ТГ|паблик\\w*|ИА|ИАА|ИД|телекомпани\\w*|медиа"
              + "|newspaper|magazine|agency|broadcaster|channel|website|daily|outlet|tabloid|network|site",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?iu)пресс-служб\\w*|управлени\\w*|министерств\\w*|департамент\\w*|прокуратур\\w*|комитет\\w*"
              + "|мин(?:обороны|здрав|юст|фин|труд|транс|энерго|строй|культуры|цифры|просвещения|природы|сельхоз|экономразвития|иностранных|спорт|обрнауки|промторг)\\w*"
              + "|рос(?:потребнадзор|стат|гидромет|авиаци|комнадзор|гвард|реестр|космос|морпорт|автодор|нефт|атом|финмониторинг|сельхознадзор|тех)\\w*"
              + "|гос(?:дум|деп|комстат|автоинспекц)\\w*|центробанк\\w*|нацбанк\\w*|банк\\w*|фсб|мвд|умвд|мчс|мид|цб|гибдд|ск|следком\\w*|фас|фнс|гу|су|гсу|увд"
              + "|университет\\w*|институт\\w*|академи\\w*|ассоциаци\\w*|фонд\\w*|союз\\w*|федераци\\w*|правительств\\w*|администраци\\w*|мэри\\w*"
              + "|кремл\\w*|белого|полици\\w*|генпрокуратур\\w*|генштаб\\w*|погранслужб\\w*|суд\\w*|центр\\w*",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "(?u)[а-яё-]+(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими)");

  private static final Pattern VERB =
      Pattern.compile(
          "(?u)[а-яё]+(?:ил|ила|или|ило|ал|ала|али|ает|ают|яет|яют|ует|уют|ается|ился|ились)");
  private static final Pattern OPENS = Pattern.compile(".*[«\"“].*");
  private static final String BREAKS = ",.;:!?\n—–()|»";

  /// Generic words that only point back to a source named before.
  private static final Set<String> BACKWARDS =
      Set.of(
          "пресс-служба", "пресс-службе", "пресс-службы", "пресс-службу", "ведомство", "ведомстве");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?iu)[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:ru|рф|com|org|net|info|ua|by|kz|su|online|media|news|tv|fm|md|uz|kg|am|az|ge|lv|lt|ee|io|me|co|uk|ру)(?![\\p{L}\\d])");
  private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s)\\]]+|@[a-z]\\w{3,}");
  private static final Set<String> STOPS =
      Set.of(
          "в",
          "во",
          "на",
          "о",
          "об",
          "с",
          "со",
          "что",
          "к",
          "за",
          "из",
          "у",
          "для",
          "при",
          "от",
          "которая",
          "который",
          "которые",
          "после",
          "где",
          "сообщает",
          "как",
          "чтобы",
          "а",
          "но",
          "во время",
          "ранее",
          "сегодня",
          "вчера");
  private static final int MOST_WORDS = 12;

  private final String text;
  private final WordList words;
  private final Outlets outlets;

  NameReader(String text, WordList words, Outlets outlets) {
    this.text = text;
    this.words = words;
    this.outlets = outlets;
  }

  /// The name whose first word, or describing word, is the one at `index`.
  Optional<Name> read(int index) {
    int at = index;
    boolean described = false;
    // «телеграм-канала», «официальном сайте», «американская газета», "the newspaper"
    for (int skipped = 0;
        skipped < 4 && at < words.size() && outlets.at(words, at).isEmpty();
        skipped++) {
      String surface = surface(at);
      boolean kind = KIND.matcher(surface).matches();
      boolean before = !kind && at + 1 < words.size() && describes(at);
      if (!kind && !before) {
        break;
      }
      described |= kind;
      at++;
    }
    if (at >= words.size() || at > index && broken(at - 1, at)) {
      return Optional.empty();
    }
    return at(at, described);
  }

  /// An adjective, "the", "state", «самой» before a word that says what kind of source follows.
  private boolean describes(int at) {
    String surface = surface(at);
    if (surface.equalsIgnoreCase("the") || surface.equals("its")) {
      return true;
    }
    for (int i = at + 1; i <= at + 2 && i < words.size() && !broken(i - 1, i); i++) {
      if (KIND.matcher(surface(i)).matches()) {
        return ADJECTIVE.matcher(surface).matches() || Character.isLowerCase(surface.charAt(0));
      }
    }
    return false;
  }

  private Optional<Name> at(int index, boolean described) {
    Word word = words.get(index);
    String before = text.substring(index == 0 ? 0 : words.end(index - 1), word.start());
    int quote =
        Math.max(
            before.lastIndexOf('«'),
            Math.max(
                before.lastIndexOf('"'),
                Math.max(before.lastIndexOf('“'), before.lastIndexOf('„'))));
    if (quote >= 0) {
      return quoted(index, word.start(), described);
    }
    Matcher link =
        URL.matcher(text)
            .region(Math.max(0, word.start() - (before.endsWith("@") ? 1 : 0)), text.length());
    if (link.lookingAt()) {
      return Optional.of(
          new Name(link.start(), link.end(), Look.DOMAIN, described, wordAfter(link.end())));
    }
    Optional<java.util.Map.Entry<Integer, Outlets.Outlet>> known = outlets.at(words, index);
    if (known.isPresent()
        && Character.isUpperCase(text.codePointAt(word.start())) | word.isNumber()) {
      int last = index + known.get().getKey() - 1;
      Matcher domain = DOMAIN.matcher(text).region(word.start(), text.length());
      int end = words.end(last);
      if (domain.lookingAt() && domain.end() > end) {
        end = domain.end();
      }
      return Optional.of(
          new Name(
              word.start(), closeQuote(word.start(), end), Look.KNOWN, described, wordAfter(end)));
    }
    Matcher domain = DOMAIN.matcher(text).region(word.start(), text.length());
    if (domain.lookingAt()) {
      return Optional.of(
          new Name(domain.start(), domain.end(), Look.DOMAIN, described, wordAfter(domain.end())));
    }
    return organisation(index, described).or(() -> capitals(index, described));
  }

  /// «РИА «Новости»» was matched word by word: take the closing mark in when one was opened.
  private int closeQuote(int start, int end) {
    long opened = text.substring(start, end).chars().filter(c -> c == '«').count();
    return opened > 0 && end < text.length() && text.charAt(end) == '»' ? end + 1 : end;
  }

  private Optional<Name> quoted(int index, int start, boolean described) {
    for (int at = start; at < text.length() && at < start + 70; at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        break;
      }
      if (c == '»' || c == '"' || c == '”' || c == '“') {
        // «Оценка иностранным бизнесом …» is a title: names are short.
        boolean name = wordAfter(at) - index <= 6;
        Look look = outlets.find(text.substring(start, at)).isPresent() ? Look.KNOWN : Look.QUOTED;
        return name
            ? Optional.of(new Name(start, at, look, described, wordAfter(at)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// «пресс-служба УМВД по Амурской области», «туркменском Министерстве связи».
  private Optional<Name> organisation(int index, boolean described) {
    int noun = index;
    while (noun < words.size()
        && noun < index + 4
        && ADJECTIVE.matcher(hyphenated(noun)).matches()
        && !ORGANISATION.matcher(hyphenated(noun)).matches()
        && !broken(noun, noun + 1)) {
      noun++;
    }
    // A capitalised adjective: «Министерстве», «Европейского суда».
    while (noun < words.size()
        && noun < index + 4
        && !ORGANISATION.matcher(hyphenated(noun)).matches()
        && ADJECTIVE.matcher(words.norm(noun)).matches()
        && !broken(noun, noun + 1)) {
      noun++;
    }
    if (noun >= words.size() || !ORGANISATION.matcher(hyphenated(noun)).matches()) {
      return Optional.empty();
    }
    int last = noun;
    if (hyphenated(noun).contains("-")) {
      last++;
    }
    boolean named = false;
    for (int i = index; i <= last; i++) {
      named |= Character.isUpperCase(text.codePointAt(words.start(i)));
    }
    while (last + 1 < words.size() && last - index < MOST_WORDS && !broken(last, last + 1)) {
      String next = surface(last + 1);
      if (STOPS.contains(next.toLowerCase(java.util.Locale.ROOT)) || isVerb(next)) {
        break;
      }
      String gap = text.substring(words.end(last), words.start(last + 1));
      named |= Character.isUpperCase(next.codePointAt(0)) || OPENS.matcher(gap).matches();
      last++;
    }
    if (!named) {
      return Optional.empty();
    }
    int start = words.start(index);
    return Optional.of(
        new Name(
            start, closeQuote(start, words.end(last)), Look.ORGANISATION, described, last + 1));
  }

  private static boolean isVerb(String word) {
    return VERB.matcher(word).matches();
  }

  /// «пресс-служба» is two words to the tokeniser and one to readers.
  private String hyphenated(int index) {
    String surface = surface(index);
    if (index + 1 < words.size()
        && words.start(index + 1) == words.end(index) + 1
        && text.charAt(words.end(index)) == '-') {
      return surface + "-" + surface(index + 1);
    }
    return surface;
  }

  private Optional<Name> capitals(int index, boolean described) {
    if (!Character.isUpperCase(text.codePointAt(words.start(index)))) {
      return Optional.empty();
    }
    int last = index;
    while (last + 1 < words.size() && last - index < 5 && joined(last)) {
      last++;
    }
    while (last > index
        && !Character.isUpperCase(text.codePointAt(words.start(last)))
        && !words.get(last).isNumber()) {
      last--;
    }
    int end = words.end(last);
    String first = surface(index);
    String name = text.substring(words.start(index), end);
    if (name.endsWith("'s") || name.endsWith("’s")) {
      end -= 2;
    }
    boolean acronym =
        first.length() > 1
            && first.codePoints().filter(Character::isUpperCase).count() >= 2
            && first.codePoints().limit(2).allMatch(Character::isUpperCase);
    boolean latin =
        first
            .codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    // РИА «Регион online»
    boolean quote =
        end + 1 < text.length() && text.startsWith(" «", end) && last + 1 < words.size();
    if (acronym && quote) {
      Optional<Name> quoted = quoted(last + 1, words.start(last + 1), described);
      if (quoted.isPresent()) {
        int to = Math.min(text.length(), quoted.get().end() + 1);
        return Optional.of(
            new Name(words.start(index), to, Look.QUOTED, described, quoted.get().wordsTo()));
      }
    }
    Look look = acronym ? Look.ACRONYM : latin ? Look.LATIN : Look.CAPITALS;
    return Optional.of(new Name(words.start(index), end, look, described, last + 1));
  }

  /// Whether the next word goes on with the name.
  private boolean joined(int last) {
    String surface = surface(last);
    if (surface.endsWith("'s") || surface.endsWith("’s")) {
      return false;
    }
    Word next = words.get(last + 1);
    String gap = text.substring(words.end(last), next.start());
    boolean close = gap.equals(" ") || gap.equals("-") || gap.equals(" & ") || gap.equals("\u00A0");
    boolean small = Set.of("of", "and", "the", "for", "della", "de").contains(surface(last + 1));
    boolean upper = Character.isUpperCase(text.codePointAt(next.start()));
    boolean followed =
        last + 2 < words.size() && Character.isUpperCase(text.codePointAt(words.start(last + 2)));
    return close
        && (upper
            || small && followed && !surface(last + 1).equals("and")
            || next.isNumber() && gap.isEmpty());
  }

  private boolean broken(int one, int next) {
    if (next >= words.size()) {
      return true;
    }
    for (int i = words.end(one); i < words.start(next); i++) {
      if (BREAKS.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private String surface(int index) {
    return text.substring(words.start(index), words.end(index));
  }

  private int wordAfter(int offset) {
    return words.from(offset);
  }
}
