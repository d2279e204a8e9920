package letopis.text;

import static letopis.text.NameReader.Look.ACRONYM;
import static letopis.text.NameReader.Look.DOMAIN;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.ORGANISATION;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds lines that name a source without a verb: «Источник: X», «Bloomberg: …», «… — ТАСС»,
/// "LONDON (AP) —".
final class SourceLines {
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  /// Blanks are bounded: a text of line feeds would be gone through anew from each of them.
  private static final Pattern LINE =
      Pattern.compile(
          "(?:^|\\n"
              + "|[.!?»)] |\\(| (?=Источник))\\s{0,8}(?:(?:источник(?:и)?(?: новост[еи]й?|"
              + " информации| материала)?|sources?|по материалам|via)\\s*[:—–]\\s*|(?:по"
              + " материалам|материалы?) (?:сайта |портала |агентства |издания |газеты )?)",
          FLAGS);

  /// What the first word of [#LINE] begins with.
  private static final String FIRST_LETTERS = "иИsSſпПvVмМ";

  private static final Set<NameReader.Look> WIRES = EnumSet.of(KNOWN, ACRONYM);
  private static final Pattern MARK = Pattern.compile("[:—–]");
  private static final Pattern DATELINE =
      Pattern.compile("\\((\\p{Lu}[\\p{L} .]{1,40})\\)\\s*[-–—]", Pattern.UNICODE_CHARACTER_CLASS);

  /// "LAKEWOOD STATION, New Riverland"
  private static final Pattern PLACE =
      Pattern.compile("\\p{Lu}[\\p{Lu} ]+, \\p{Lu}[\\p{L} .]{1,20}");

  private static final Pattern HEAD = Pattern.compile("[»\"”*]{0,3}: ");

  /// What stands behind an agency's name that begins a text: «INTERFAX.RU - Доллар …».
  private static final Pattern DASH =
      Pattern.compile("[»\"”*]{0,3} ?[-–—] (?=[«\"“*]{0,3}[\\p{Lu}\\d])");

  /// A place, a day or an hour, and a mark, before an agency's name: «СУХУМ, 1 ноя – », «, 09:12».
  private static final Pattern DATED =
      Pattern.compile(
          "[*_, ]*(?:\\p{Lu}[\\p{L} -]{1,30}[.,] ?)?(?:\\d{1,2}(?:[. ]\\d\\d[.\\d]*|"
              + " (?:янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}*)(?: \\d{4}(?:"
              + " г(?:ода)?)?)?[.,]?(?: \\d\\d:\\d\\d[.,]?)?|\\d\\d:\\d\\d)[ /\\-–—]{1,4}(?:Корр\\."
              + " )?");
  private static final Pattern DATED_END =
      Pattern.compile("[»\"”*]{0,3}(?:[/.,]| ?[-–—]|$| \\p{Lu})");

  /// «… [Коммерсантъ]»
  private static final Pattern BRACKETED = Pattern.compile("[\\[(]([^\\[\\]()]{2,40})[\\])][. ]*$");
  private static final Pattern PICTURE = Pattern.compile("(?iu)фото|©|photo|image|getty");
  private static final String BEFORE_TAIL = " .»!?*";
  private static final List<String> DATA = List.of("прогноз ", "данные ", "опрос ", "расчеты ");
  private static final Pattern LISTED = Pattern.compile("[»\"”]?[,;] [«\"“]?");
  private static final Pattern END = Pattern.compile("[»\"”*. ]*");
  private static final Pattern OFFICE =
      Pattern.compile(
          "пресс-|Мин[а-я]|Рос[а-я]|Ген|ФСБ|М[ВИ]Д|МЧС|СК |Следком|Кремль|Пентагон|ЦБ|Госд");
  private static final int LONGEST_TAIL = 40;
  private static final int LONGEST_PLACE = 40;

  /// A colon behind a name that begins a line stands within so many characters.
  private static final int LONGEST_HEAD = 120;

  private final Frames frames;
  private final String text;
  private final WordList words;

  SourceLines(Frames frames) {
    this.frames = frames;
    this.text = frames.text;
    this.words = frames.words;
  }

  /// Keeps all of a text.
  void read() {
    Matcher line = LINE.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int at = 0;
    for (int i = 0; i < words.size(); i++) {
      if (FIRST_LETTERS.indexOf(text.charAt(words.start(i))) >= 0) {
        for (at = Math.max(at, i == 0 ? 0 : words.end(i - 1)); at <= words.start(i); at++) {
          if (beginsLine(at) && line.region(at, text.length()).lookingAt()) {
            int next = words.from(line.end());
            boolean named = !MARK.matcher(line.group()).find();
            Set<NameReader.Look> looks = named ? Frames.MEDIA : Frames.ANY;
            if (next < words.size() && frames.in.opensFrom(line.end(), next)) {
              Optional<NameReader.Name> name = frames.read(next, looks);
              name.ifPresent(one -> frames.keep(line.start(), one, true));
              if (!named) {
                name.ifPresent(this::listed);
              }
            }
            at = line.end() - 1;
          }
        }
      }
    }
    headsAndTails();
    datelines();
  }

  /// «Источники: Real Clear Polls, Федеральная избирательная комиссия»
  private void listed(NameReader.Name first) {
    Optional<NameReader.Name> one = Optional.of(first);
    while (one.isPresent() && one.get().wordsTo() < words.size()) {
      int next = one.get().wordsTo();
      String between = text.substring(one.get().end(), words.start(next));
      one =
          LISTED.matcher(between).matches() && frames.in.isCapital(next)
              ? frames.read(next, Frames.ANY)
              : Optional.empty();
      one.ifPresent(name -> frames.keep(name.start(), name, true));
    }
  }

  /// Where [#LINE] can begin: at the start, at a line feed, at a stop before a space.
  private boolean beginsLine(int at) {
    char c = text.charAt(at);
    boolean stop = c == '.' || c == '!' || c == '?' || c == '»' || c == ')';
    return at == 0
        || c == '\n'
        || c == '('
        || stop && text.startsWith(" ", at + 1)
        || c == ' ' && text.startsWith("Источник", at + 1);
  }

  private void datelines() {
    Matcher dateline = DATELINE.matcher(text);
    for (int at = text.indexOf('('); at >= 0; at = text.indexOf('(', at + 1)) {
      if (dateline.region(at, text.length()).lookingAt()) {
        frames
            .read(words.from(at), isOpening(at) ? WIRES : Frames.MEDIA)
            .filter(name -> name.end() == dateline.end(1))
            .ifPresent(name -> frames.keep(dateline.start(), name, true));
      }
    }
  }

  /// Whether nothing or a place in capitals stands before in the line: "LONDON (CN) –".
  private boolean isOpening(int at) {
    String near = text.substring(Math.max(0, at - LONGEST_PLACE), at);
    int line = near.lastIndexOf('\n') + 1;
    String before = near.substring(line);
    boolean place =
        before.equals(before.toUpperCase(Locale.ROOT)) || PLACE.matcher(before).matches();
    return before.length() < LONGEST_PLACE && place;
  }

  private void headsAndTails() {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int to = end < 0 ? text.length() : end;
      head(start, to);
      dated(start, to);
      tail(start, to);
      afterComma(start, to);
      bracketed(start, to);
      start = to + 1;
    }
  }

  private void head(int start, int to) {
    boolean headed = text.indexOf(": ", start, Math.min(to, start + LONGEST_HEAD)) >= 0;
    int first = headed ? words.from(start) : words.size();
    if (first < words.size() && words.start(first) < Math.min(to, start + 4)) {
      known(first, to)
          .filter(name -> HEAD.matcher(text).region(name.end(), to).lookingAt())
          .ifPresent(name -> frames.keep(name.start(), name, true));
    }
  }

  /// «INTERFAX.RU - …», «СУХУМ, 1 ноя – Sputnik.», and the office that signs with its own line.
  private void dated(int start, int to) {
    Matcher dated = DATED.matcher(text).region(start, to);
    boolean day = mayBeDated(start, to) && dated.lookingAt();
    int first = words.from(day ? dated.end() : start);
    if (first >= words.size() || words.start(first) >= to) {
      return;
    }
    // Reading a name costs, and most lines begin with none.
    if (!day
        && !isDashed(start, Math.min(to, start + LONGEST_TAIL))
        && !frames.in.isWord(first, "пресс")) {
      return;
    }
    Optional<NameReader.Name> name = frames.names.read(first).filter(one -> one.end() <= to);
    Pattern end = day ? DATED_END : DASH;
    name.filter(one -> one.look() == KNOWN || one.look() == DOMAIN)
        .filter(one -> end.matcher(text).region(one.end(), to).lookingAt())
        .ifPresent(one -> frames.keep(start, one, true));
    name.filter(one -> one.look() == ORGANISATION && frames.in.isWord(first, "пресс"))
        .filter(one -> !PICTURE.matcher(text).region(start, to).find())
        .filter(one -> END.matcher(text).region(one.end(), to).matches())
        .ifPresent(one -> frames.keep(start, one, true));
  }

  /// Whether there is a digit where [#DATED] has its first: most lines have none there.
  private boolean mayBeDated(int start, int to) {
    int at = start;
    while (at < to && "*_, ".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == to || isDigit(at, to)) {
      return at < to;
    }
    int place = at + 1;
    while (place < Math.min(to, at + 32) && isOfPlace(text.charAt(place))) {
      place++;
    }
    boolean ends = place < to && (text.charAt(place) == '.' || text.charAt(place) == ',');
    return ends && isDigit(text.startsWith(" ", place + 1) ? place + 2 : place + 1, to);
  }

  private static boolean isOfPlace(char c) {
    return c == ' ' || c == '-' || Character.isLetter(c) || Character.isSurrogate(c);
  }

  private boolean isDigit(int at, int to) {
    return at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// Whether a dash stands between two spaces.
  private boolean isDashed(int start, int to) {
    for (int at = start + 1; at < to - 1; at++) {
      char c = text.charAt(at);
      if ((c == '-' || c == '–' || c == '—')
          && text.charAt(at - 1) == ' '
          && text.charAt(at + 1) == ' ') {
        return true;
      }
    }
    return false;
  }

  /// «… выросли цены. [Коммерсантъ]»
  private void bracketed(int start, int to) {
    if (to - start < 3 || text.charAt(to - 1) != ']' && text.charAt(to - 1) != ')') {
      return;
    }
    Matcher last = BRACKETED.matcher(text).region(Math.max(start, to - LONGEST_TAIL), to);
    if (last.find() && !PICTURE.matcher(text).region(start, to).find()) {
      known(words.from(last.start(1)), to)
          .filter(name -> name.start() == last.start(1) && name.end() == last.end(1))
          .ifPresent(name -> frames.keep(name.start(), name, true));
    }
  }

  /// «Ветер до 14 м/с, ИА „Метеоновости“.»: a name behind the last comma that says what it is.
  private void afterComma(int start, int to) {
    int from = Math.max(start, to - LONGEST_TAIL);
    int comma = to - 2;
    while (comma >= from && !text.startsWith(", ", comma)) {
      comma--;
    }
    int first = comma < from ? words.size() : words.from(comma);
    if (first < words.size() && words.start(first) < to && frames.in.is(first, Cue.KIND.bit())) {
      frames
          .names
          .read(first)
          .filter(name -> name.described() && name.look() != ORGANISATION && name.end() <= to)
          .filter(name -> END.matcher(text).region(name.end(), to).matches())
          .ifPresent(name -> frames.keep(name.start(), name, true));
    }
  }

  private void tail(int start, int to) {
    int dash = dash(Math.max(start, to - LONGEST_TAIL), to);
    if (dash < 0) {
      return;
    }
    int named =
        DATA.stream()
            .filter(noun -> text.startsWith(noun, dash + 2))
            .mapToInt(String::length)
            .findFirst()
            .orElse(0);
    int last = words.from(dash + 2 + named);
    if (last < words.size() && words.start(last) < to) {
      frames
          .names
          .read(last)
          .filter(name -> name.end() <= to)
          .filter(name -> name.look() == KNOWN || isOffice(name))
          .filter(name -> END.matcher(text).region(name.end(), to).matches())
          .ifPresent(name -> frames.keep(name.start(), name, true));
    }
  }

  /// Where the first dash is that has a space behind it and no long one after it; -1 for none.
  private int dash(int from, int to) {
    int found = -1;
    for (int at = to - 2; at > from; at--) {
      char c = text.charAt(at);
      boolean isLong = c == '—' || c == '–';
      if ((isLong || c == '-')
          && text.charAt(at + 1) == ' '
          && BEFORE_TAIL.indexOf(text.charAt(at - 1)) >= 0) {
        found = at;
      }
      if (isLong) {
        return found;
      }
    }
    return found;
  }

  /// «… выявлены — Роспотребнадзор.»: an office, not any organisation that is spoken of.
  private boolean isOffice(NameReader.Name name) {
    return name.look() == ORGANISATION
        && OFFICE.matcher(text).region(name.start(), name.end()).lookingAt();
  }

  private Optional<NameReader.Name> known(int index, int to) {
    return index >= words.size()
        ? Optional.empty()
        : frames.names.read(index).filter(name -> name.look() == KNOWN && name.end() <= to);
  }
}
