package letopis.text;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the name of a source that begins at a word of a text.
final class NameReader {
  /// What the name looks like, from the surest to the least sure.
  enum Look {
    KNOWN,
    QUOTED,
    DOMAIN,
    ACRONYM,
    LATIN,
    /// An outlet whose name is a common word as well.
    COMMON,
    ORGANISATION,
    CAPITALS
  }

  /// @param described a word such as «газета» stands before it
  record Name(int start, int end, Look look, boolean described, int wordsTo) {}

  private static final long KIND = Cue.KIND.bit();
  private static final long VERBS = Cue.bits(Cue.REPORTED, Cue.SAID, Cue.WROTE);

  /// What stands before the number of a station.
  private static final WordPattern CHANNEL =
      WordPattern.ofNorm("(?:теле)?канал(?:а|у|ом|е)?|channel");

  /// What the names of papers and stations end with: "The Express Tribune".
  private static final Pattern PRESS =
      Pattern.compile(
          "Times|Tribune|Post|News|Herald|Journal|Gazette|Telegraph|Today|Daily|Chronicle|Observer|Network|Sports|Television|Weekly|Globe|Reporter|Courier|Echo|Broadcasting|Podcast"
              + "|Новости|Новини|Новостей|Вести|Ведомости|Известия|Правда|Mirror|Standard|Express|Dispatch|Examiner|Bulletin|Magazine|Radio|TV|Sentinel");

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

  /// Bounded as names of hosts are: a group without bound takes stack for each dot of a text.
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?iu)[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,8}\\.(?:ru|рф|com|org|net|info|ua|by|kz|su|online|media|news|tv|fm|md|uz|kg|am|az|ge|lv|lt|ee|io|me|co|uk|ру)(?![\\p{L}\\d])");

  /// Bounded too: it is read anew for each word of attribution before it.
  private static final Pattern URL =
      Pattern.compile(
          "(?i)https?://[^\\s)\\]]{1,500}|t\\.me/\\w{3,63}"
              + "|(?:vk\\.(?:com|ru)|bsky\\.app/profile|x\\.com)/\\w{2,63}(?:\\.\\w{2,63}){0,4}"
              + "|@[a-z][\\w-]{0,62}(?:@[a-z\\d-]{1,63})?(?:\\.[a-z\\d-]{2,63}){1,4}|@[a-z]\\w{3,63}");

  /// Words in small letters within a name.
  private static final Set<String> SMALL = Set.of("of", "the", "for", "della", "de");

  /// No Latin letters but English ones come before it.
  private static final int FIRST_LATIN = 0xAA;

  /// "The" may be of the name.
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "A", "An");

  private final String text;
  private final NameWords in;
  private final OrganisationNames organisations;
  private final WordList words;
  private final Outlets outlets;

  /// What was read at each word, which several frames ask for; null when nobody has.
  private final @Nullable Optional<Name>[] read;

  @SuppressWarnings({"unchecked", "rawtypes"})
  NameReader(NameWords in, Outlets outlets) {
    this.text = in.text();
    this.in = in;
    this.organisations = new OrganisationNames(in, outlets);
    this.words = in.words();
    this.outlets = outlets;
    this.read = new Optional[words.size()];
  }

  /// The name whose first word, or describing word, is the one at `index`.
  Optional<Name> read(int index) {
    Optional<Name> name = read[index];
    if (name == null) {
      name = find(index);
      read[index] = name;
    }
    return name;
  }

  private Optional<Name> find(int index) {
    int at = article(index);
    boolean described = false;
    boolean service = false;
    // «телеграм-канала», «официальном сайте», «американская газета», "the newspaper"
    for (int skipped = 0;
        skipped < 6 && at < words.size() && !isName(index, at) && outlets.at(words, at).isEmpty();
        skipped++) {
      boolean kind = in.is(at, KIND);
      boolean before = !kind && at + 1 < words.size() && describes(at);
      if (!kind && !before) {
        break;
      }
      described |= kind;
      service |= kind && words.norm(at).startsWith("служб");
      at++;
    }
    Optional<Name> name =
        at >= words.size() || at > index && in.broken(at - 1, at)
            ? Optional.empty()
            : at(at, described);
    // «Энергетическое агентство США» is not «агентство „США“».
    boolean place = name.filter(this::isPlace).isPresent();
    if (at == index
        || name.isPresent() && !place && !(service && name.get().look() != Look.KNOWN)) {
      return name;
    }
    // «служба безопасности Украины» begins like «служба Би-би-си» and is itself the name.
    return agency(index).or(() -> organisations.read(index, false));
  }

  /// After the article before a name, and after "U.S." before an office.
  private int article(int index) {
    int at = index;
    if (at + 1 < words.size()
        && words.end(at) - words.start(at) <= 3
        && ARTICLES.contains(in.surface(at))) {
      at++;
    }
    return at + 2 < words.size() && text.startsWith("U.S. ", words.start(at)) ? at + 2 : at;
  }

  /// What must not be passed over for the name behind it: «Парламентская газета» in its quotation
  /// marks, «пресс-служба», what stands after a stop.
  private boolean isName(int index, int at) {
    boolean press = in.isWord(at, "пресс");
    return in.opens(at) || press || at > index && in.broken(at - 1, at);
  }

  /// An adjective, "the", "state", «самой» before a word that says what kind of source follows.
  private boolean describes(int at) {
    if (in.isWord(at, "the") || in.surface(at).equals("its")) {
      return true;
    }
    for (int i = at + 1; i <= at + 2 && i < words.size() && !in.broken(i - 1, i); i++) {
      if (in.is(i, KIND)) {
        return in.isOfAdjectives(at) || Character.isLowerCase(text.charAt(words.start(at)));
      }
    }
    return false;
  }

  private Optional<Name> at(int index, boolean described) {
    int start = words.start(index);
    if (in.opens(index)) {
      return quoted(index, start, described);
    }
    boolean handle = text.startsWith("@", start - 1);
    boolean address = handle || mayBeAddress(index);
    Matcher link = URL.matcher(text).region(handle ? start - 1 : start, text.length());
    if (address && link.lookingAt()) {
      return Optional.of(
          new Name(link.start(), link.end(), Look.DOMAIN, described, wordAfter(link.end())));
    }
    // «телеканале 1+1», «телеканал 360»
    if (described && words.isNumber(index) && index > 0 && in.is(index - 1, CHANNEL)) {
      return channel(index);
    }
    Optional<Map.Entry<Integer, Outlets.Outlet>> known = known(index);
    // КП «Тепловые сети» is not «КП», the paper.
    boolean form = known.isPresent() && known.get().getKey() == 1 && in.opens(index + 1);
    if (form
        && words.end(index) - start <= 3
        && in.follows(index + 1)
        && !isLatin(in.surface(index))) {
      return capitals(index, described);
    }
    if (known.isPresent()
        && (in.isCapital(index) || words.isNumber(index) || isSetOff(index))
        && !isArticle(index, known.get().getKey())) {
      int last = index + known.get().getKey() - 1;
      Matcher domain = DOMAIN.matcher(text).region(start, text.length());
      boolean owns = !known.get().getValue().name().endsWith("'s");
      int end = owns ? words.start(last) + in.owner(last).length() : words.end(last);
      if (address && domain.lookingAt() && domain.end() > end) {
        end = domain.end();
      }
      // "CNN Business", "Yonhap News Agency"
      while (last + 1 < words.size()
          && in.isCapital(last + 1)
          && isLatin(in.surface(last + 1))
          && (in.is(last + 1, KIND) || in.isWord(last + 1, "news"))
          && !in.broken(last, last + 1)) {
        last++;
        end = words.end(last);
      }
      // "ABC 7 reports"
      if (isNumberedStation(last)) {
        last++;
        end = words.end(last);
      }
      if (in.is(last + 1, Cue.SECTION.bit())
          && in.isCapital(last + 1)
          && !in.broken(last, last + 1)) {
        end = words.end(last + 1);
      }
      return Optional.of(
          new Name(start, in.closeQuote(start, end), Look.KNOWN, described, wordAfter(end)));
    }
    Matcher domain = DOMAIN.matcher(text).region(start, text.length());
    if (address && domain.lookingAt()) {
      return Optional.of(
          new Name(domain.start(), domain.end(), Look.DOMAIN, described, wordAfter(domain.end())));
    }
    return common(index, described)
        .or(() -> organisations.read(index, described))
        .or(() -> capitals(index, described));
  }

  /// Whether something of an address stands in a word or right behind it; behind most a space does.
  private boolean mayBeAddress(int index) {
    int end = words.end(index);
    return end < text.length()
        && (!words.isPlain(index)
            || Character.isLetterOrDigit(text.charAt(end))
            || ".:-/".indexOf(text.charAt(end)) >= 0);
  }

  /// «Страна», "Time": a common word that is all of the name.
  private Optional<Name> common(int index, boolean described) {
    if (!in.isCapital(index)) {
      return Optional.empty();
    }
    // "The Sun", "Britain's Sun" are outlets, "Sun" is not.
    boolean may =
        described
            || in.isWord(index - 1, "the")
            || index > 0 && !in.owner(index - 1).equals(in.surface(index - 1));
    return outlets
        .commonAt(words, index)
        .filter(found -> may || !found.getValue().name().startsWith("The "))
        .map(found -> index + found.getKey() - 1)
        .filter(last -> last + 1 == words.size() || !joined(last) || !in.isCapital(last + 1))
        .map(
            last ->
                new Name(words.start(index), words.end(last), Look.COMMON, described, last + 1));
  }

  /// "ABC 7 reports": a station by its network and its number, before what it says.
  private boolean isNumberedStation(int last) {
    return last + 2 < words.size() && numbered(last) && in.is(last + 2, VERBS);
  }

  /// A station whose name is a number.
  private Optional<Name> channel(int index) {
    int end = words.end(index);
    boolean plus = text.startsWith("+", end) && index + 1 < words.size();
    int last = plus ? index + 1 : index;
    boolean more =
        text.startsWith(".", end) && text.length() > end + 1 && text.charAt(end + 1) != ' ';
    return more || end - words.start(index) > 3
        ? Optional.empty()
        : Optional.of(new Name(words.start(index), words.end(last), Look.LATIN, true, last + 1));
  }

  /// The outlet whose name begins at a word, not going on behind the end of a sentence: «пишет
  /// Sputnik. Латвия …».
  private Optional<Map.Entry<Integer, Outlets.Outlet>> known(int index) {
    Optional<Map.Entry<Integer, Outlets.Outlet>> known = outlets.at(words, index);
    for (int i = index; known.isPresent() && i < index + known.get().getKey() - 1; i++) {
      String gap = text.substring(words.end(i), words.start(i + 1));
      boolean initial = words.end(i) - words.start(i) <= 2;
      if (gap.length() > 1 && !initial && ".!?\n".indexOf(gap.charAt(0)) >= 0) {
        return outlets.at(words, index, i + 1);
      }
    }
    return known;
  }

  /// "The province" is not "The Province", the paper.
  private boolean isArticle(int index, int count) {
    return count > 1 && in.surface(index).equals("The") && !in.isCapital(index + 1);
  }

  /// «пишет championat»: small, but in the letters of another language.
  private boolean isSetOff(int index) {
    return index > 0 && isLatin(in.surface(index)) && !isLatin(in.surface(index - 1));
  }

  private Optional<Name> quoted(int index, int start, boolean described) {
    for (int at = start; at < text.length() && at < start + 70; at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        break;
      }
      if (c == '»' || c == '"' || c == '”' || c == '“') {
        // «Оценка иностранным бизнесом …» is a title: names are short.
        boolean name =
            wordAfter(at) - index <= 6
                && text.charAt(at - 1) != ' '
                && !text.substring(start, at).contains(", ");
        Look look = outlets.find(text.substring(start, at)).isPresent() ? Look.KNOWN : Look.QUOTED;
        return name
            ? Optional.of(new Name(start, at, look, described, wordAfter(at)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<Name> capitals(int index, boolean saidWhat) {
    boolean described = saidWhat;
    // «телеканал bTV»
    boolean mixed = described && isLatin(in.surface(index)) && in.isMixed(index);
    if (!Character.isUpperCase(text.codePointAt(words.start(index))) && !mixed) {
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
    boolean latin = isLatin(first);
    // «МуПо», «ДонНТУ»: so are offices written in Russian, in English firms and outlets.
    boolean acronym =
        first.length() > 1
            && in.hasCapitals(index)
            && first.codePoints().allMatch(Character::isLetterOrDigit)
            && (!latin || first.codePoints().limit(2).allMatch(Character::isUpperCase));
    if (acronym && latin && last == index && isNumberedStation(last)) {
      last++;
      end = words.end(last);
    }
    // РИА «Регион online»
    boolean quote = last + 1 < words.size() && words.start(last + 1) == end + 2;
    if (acronym && !latin && quote && in.opens(last + 1)) {
      Optional<Name> quoted = quoted(last + 1, words.start(last + 1), described);
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
            ? PRESS.matcher(in.owner(last)).matches()
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

  /// A country and no more: what stands before it says whose it is.
  private boolean isPlace(Name name) {
    int first = words.from(name.start());
    return name.look() != Look.KNOWN
        && name.wordsTo() == first + 1
        && SourceNames.isPlace(in.surface(first));
  }

  /// «Озёрское агентство новостей», though the second word says what kind of source follows.
  private Optional<Name> agency(int index) {
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

  private static boolean isLatin(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean english = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      if (english
          || c >= FIRST_LATIN
              && UnicodeScript.of(word.codePointAt(i)) == UnicodeScript.LATIN
              && (c < 'А' || c > 'я')) {
        return true;
      }
    }
    return false;
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
        && isLatin(in.surface(last))
        && words.end(next) - words.start(next) <= 2
        && text.substring(words.end(last), words.start(next)).equals(" ");
  }

  /// Whether the next word goes on with the name.
  private boolean joined(int last) {
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
    boolean latin = isLatin(surface);
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
        ? first == ' ' || first == '-' || first == '\u00A0'
        : next == end + 3 && text.startsWith(" & ", end);
  }

  private int wordAfter(int offset) {
    return words.from(offset);
  }
}
