package letopis.text;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// What stands before the number of a station.
  private static final WordPattern CHANNEL =
      WordPattern.ofNorm("(?:теле)?канал(?:а|у|ом|е)?|channel");

  /// "The" may be of the name.
  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "A", "An");

  private static final int MOST_OF_PLACE = 3;

  private final String text;
  private final NameWords in;
  private final OrganisationNames organisations;
  private final EnglishOffices offices;
  private final AddressNames addresses;
  private final QuotedNames quotations;
  private final CapitalNames capitals;
  private final WordList words;
  private final Outlets outlets;

  /// The outlets that were looked for at each word; null where none were.
  private final @Nullable Optional<Map.Entry<Integer, Outlets.Outlet>>[] outletsAt;

  /// What was read at each word, which several frames ask for; null when nobody has.
  private final @Nullable Optional<Name>[] read;

  @SuppressWarnings({"unchecked", "rawtypes"})
  NameReader(NameWords in, Outlets outlets) {
    this.text = in.text();
    this.in = in;
    this.organisations = new OrganisationNames(in, outlets);
    this.offices = new EnglishOffices(in);
    this.addresses = new AddressNames(in);
    this.quotations = new QuotedNames(in, outlets);
    this.capitals = new CapitalNames(in, outlets, quotations);
    this.words = in.words();
    this.outlets = outlets;
    this.read = new Optional[words.size()];
    this.outletsAt = new Optional[words.size()];
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
        skipped < 6 && at < words.size() && !isName(index, at) && outletAt(at).isEmpty();
        skipped++) {
      boolean kind = in.is(at, KIND);
      boolean before = !kind && at + 1 < words.size() && (describes(at) || isOfPlace(at));
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
    return capitals.agency(index).or(() -> organisations.read(index, false));
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

  /// "Riverbank radio station KTKR": capitals before what says what kind of source follows, behind
  /// which its name stands.
  private boolean isOfPlace(int at) {
    // Most names have no such word near, which is seen at once.
    boolean near = false;
    for (int i = at + 1; i < at + 2 * MOST_OF_PLACE && !near; i++) {
      near = in.is(i, KIND);
    }
    if (!near || !isLatin(at)) {
      return false;
    }
    int kind = at + 1;
    while (kind < at + MOST_OF_PLACE && isLatin(kind) && !in.broken(kind - 1, kind)) {
      kind++;
    }
    int behind = kind;
    while (behind < kind + MOST_OF_PLACE
        && !in.isCapital(behind)
        && !in.broken(behind - 1, behind)
        && !ARTICLES.contains(words.norm(behind))) {
      behind++;
    }
    int name = in.isWord(behind, "the") ? behind + 1 : behind;
    return in.is(behind - 1, KIND)
        && behind > kind
        && name < words.size()
        && isLatin(name)
        && in.follows(name)
        && !in.is(name, Cue.bits(Cue.DAY, Cue.PERSON))
        && SourceNames.isSource(in.surface(name));
  }

  /// Whether a word has a capital and is written in Latin letters.
  private boolean isLatin(int index) {
    return in.isCapital(index) && text.charAt(words.start(index)) <= 'z';
  }

  private Optional<Name> at(int index, boolean described) {
    if (in.opens(index)) {
      return quotations.read(index, described);
    }
    Optional<Name> link = addresses.link(index, described);
    if (link.isPresent()) {
      return link;
    }
    // «телеканале 1+1», «телеканал 360»
    if (described && words.isNumber(index) && index > 0 && in.is(index - 1, CHANNEL)) {
      return channel(index);
    }
    Optional<Map.Entry<Integer, Outlets.Outlet>> known = known(index);
    // КП «Тепловые сети» is not «КП», the paper.
    boolean form = known.isPresent() && known.get().getKey() == 1 && in.opens(index + 1);
    if (form
        && words.end(index) - words.start(index) <= 3
        && in.follows(index + 1)
        && !NameWords.isLatin(in.surface(index))) {
      return capitals.read(index, described);
    }
    if (known.isPresent()
        && (in.isCapital(index) || words.isNumber(index) || isSetOff(index))
        && !isArticle(index, known.get().getKey())) {
      return Optional.of(outlet(index, known.get().getKey(), known.get().getValue(), described));
    }
    return addresses
        .domain(index, described)
        .or(() -> common(index, described))
        .or(() -> organisations.read(index, described))
        .or(() -> offices.read(index))
        .or(() -> capitals.read(index, described));
  }

  /// A known outlet with what belongs to its name behind it.
  private Name outlet(int index, int count, Outlets.Outlet outlet, boolean described) {
    int start = words.start(index);
    int last = index + count - 1;
    boolean owns = !outlet.name().endsWith("'s");
    int end = owns ? words.start(last) + in.owner(last).length() : words.end(last);
    end = Math.max(end, addresses.domain(index, described).map(Name::end).orElse(end));
    // "CNN Business", "Yonhap News Agency"
    while (last + 1 < words.size()
        && in.isCapital(last + 1)
        && NameWords.isLatin(in.surface(last + 1))
        && (in.is(last + 1, KIND) || in.isWord(last + 1, "news"))
        && !in.broken(last, last + 1)) {
      last++;
      end = words.end(last);
    }
    // "ABC 7 reports"
    if (capitals.isStation(last)) {
      last++;
      end = words.end(last);
    }
    if (in.is(last + 1, Cue.SECTION.bit())
        && in.isCapital(last + 1)
        && !in.broken(last, last + 1)) {
      end = words.end(last + 1);
    }
    return new Name(start, in.closeQuote(start, end), Look.KNOWN, described, wordAfter(end));
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
        .filter(
            last -> last + 1 == words.size() || !capitals.joined(last) || !in.isCapital(last + 1))
        .map(
            last ->
                new Name(words.start(index), words.end(last), Look.COMMON, described, last + 1));
  }

  /// A station whose name is a number.
  private Optional<Name> channel(int index) {
    int end = words.end(index);
    boolean plus = text.startsWith("+", end) && index + 1 < words.size();
    int last = plus ? index + 1 : index;
    boolean more =
        text.startsWith(".", end)
            && text.length() > end + 1
            && Character.isLetterOrDigit(text.charAt(end + 1));
    return more || end - words.start(index) > 3
        ? Optional.empty()
        : Optional.of(new Name(words.start(index), words.end(last), Look.LATIN, true, last + 1));
  }

  /// The outlet whose name begins at a word, not going on behind the end of a sentence: «пишет
  /// Sputnik. Латвия …».
  private Optional<Map.Entry<Integer, Outlets.Outlet>> known(int index) {
    Optional<Map.Entry<Integer, Outlets.Outlet>> known = outletAt(index);
    for (int i = index; known.isPresent() && i < index + known.get().getKey() - 1; i++) {
      String gap = text.substring(words.end(i), words.start(i + 1));
      boolean initial = words.end(i) - words.start(i) <= 2;
      if (gap.length() > 1 && !initial && ".!?\n".indexOf(gap.charAt(0)) >= 0) {
        return outlets.at(words, index, i + 1);
      }
    }
    return known;
  }

  private Optional<Map.Entry<Integer, Outlets.Outlet>> outletAt(int index) {
    Optional<Map.Entry<Integer, Outlets.Outlet>> outlet = outletsAt[index];
    if (outlet == null) {
      outlet = outlets.at(words, index);
      outletsAt[index] = outlet;
    }
    return outlet;
  }

  /// "The province" is not "The Province", the paper.
  private boolean isArticle(int index, int count) {
    return count > 1 && in.surface(index).equals("The") && !in.isCapital(index + 1);
  }

  /// «пишет championat»: small, but in the letters of another language.
  private boolean isSetOff(int index) {
    return index > 0
        && NameWords.isLatin(in.surface(index))
        && !NameWords.isLatin(in.surface(index - 1));
  }

  /// A country and no more: what stands before it says whose it is.
  private boolean isPlace(Name name) {
    int first = words.from(name.start());
    return name.look() != Look.KNOWN
        && name.wordsTo() == first + 1
        && SourceNames.isPlace(in.surface(first));
  }

  private int wordAfter(int offset) {
    return words.from(offset);
  }
}
