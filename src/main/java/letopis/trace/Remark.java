package letopis.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// A sentence that goes with a trace: a ground or a caveat. Programs read its code and parameters,
/// people one of its two wordings; both are made here and nowhere else.
///
/// @param code closed set, see the constants below
/// @param parameters texts and whole numbers, in the order they are said
public record Remark(Code code, Map<String, Object> parameters) {
  public Remark {
    Objects.requireNonNull(code);
    parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /// What is said. `{name}` stands for a parameter.
  public enum Code {
    EARLIEST_CLAIMED_BETWEEN_LOOKS(
        "earliest by its claimed time, which lies between our looks",
        "раньше всех: указанное в ней время лежит между двумя нашими обходами, без неё и с ней"),
    EARLIEST_CLAIMED(
        "earliest by its claimed time, which no look of ours contradicts or confirms",
        "раньше всех по её собственному времени, которого мы не можем ни подтвердить, ни"
            + " опровергнуть"),
    EARLIEST_OBSERVED(
        "earliest by our own look; it names no time itself",
        "раньше всех по нашему наблюдению; сама она времени не указывает"),
    EARLIEST_CONTRADICTED(
        "earliest by our own look, which contradicts the time that it claims",
        "раньше всех по нашему наблюдению, которое противоречит указанному в ней времени"),
    EARLIEST_REVISION(
        "earliest by our looks at two versions of the page: the claim came with a change",
        "раньше всех по двум редакциям страницы: утверждение появилось с правкой"),
    EARLIEST_LINKED(
        "earliest because a publication that claims to be earlier links to it",
        "раньше всех: на неё ссылается публикация, указавшая более раннее время"),
    REMOVED_SINCE(
        "Publications that have been taken down since then, or were kept for as long as they may"
            + " be: {count}. If one of them said it, this answer lacks it.",
        "Публикаций, которые с тех пор удалены из архива (по требованию или по истечении срока"
            + " хранения): {count}. Если одна из них это говорила, её здесь нет."),
    SHORT_CLAIM(
        "The claim is short: only passages with nearly all of its words are shown, and the same"
            + " words may be used of something else.",
        "Утверждение короткое: показаны только места почти со всеми его словами, и те же слова"
            + " могли быть сказаны о другом."),
    COMMON_CLAIM(
        "The claim is common: the oldest and the best matching passages are shown, not all.",
        "Утверждение расхожее: показаны самые ранние и самые близкие места, не все."),
    NOTHING_FOUND("Nothing in this archive says it.", "В этом архиве такого никто не говорит."),
    OWN_LANGUAGE_ONLY(
        "Only texts in the claim's own language are found: what says it in another one is not.",
        "Находятся только тексты на языке самого утверждения: сказанное на другом языке — нет."),
    ONLY_MENTIONS(
        "This archive has only mentions and denials of it, not the statement itself.",
        "В архиве есть только упоминания и опровержения, но не само утверждение."),
    ORIGIN_NEVER_LOOKED_BEFORE(
        "We never looked at the earliest source before it had this: its time is its own claim.",
        "До этой публикации мы не смотрели на самый ранний источник: её время известно только с её"
            + " слов."),
    ORIGIN_CONTRADICTED(
        "The earliest appearance claims a time that our looks contradict.",
        "Самая ранняя публикация указывает время, которому противоречат наши наблюдения."),
    ORIGIN_NAMES_OUTSIDE_SOURCE(
        "The earliest appearance names as its source whom this trace does not have, or whom this"
            + " archive saw later: {name}",
        "Самая ранняя публикация ссылается на того, кого здесь нет или кого архив увидел позже:"
            + " {name}"),
    CONTRADICTED_TIMES(
        "Appearances whose claimed time our looks contradict: {count}; our time is used.",
        "Публикаций, чьему времени противоречат наши наблюдения: {count}; взято наше время."),
    LINK_AGAINST_TIME(
        "{from} links to {to}, which claims a later time: the claimed times contradict each other."
            + " What is linked to is put first where they are within a day, but the link may have"
            + " been added later.",
        "{from} ссылается на {to}, где указано более позднее время: заявленные времена противоречат"
            + " друг другу. Если между ними не больше суток, первой стоит та, на которую ссылаются,"
            + " но ссылку могли добавить и позже."),
    NO_SOURCE_WATCHED(
        "No source was watched in the decisive period: earlier appearances are unseen.",
        "В решающее время ни за одним источником не наблюдали: более ранних публикаций мы видеть не"
            + " могли."),
    SOURCES_FAILED(
        "Sources that could not be read for a time in the decisive period: {count}. What they"
            + " published then may be earlier, and is unseen or seen late: {names}",
        "Источников, которые в решающее время не удавалось прочитать: {count}. То, что они тогда"
            + " опубликовали, могло быть раньше, и мы его не видели или увидели поздно: {names}"),
    SOURCES_NOT_WATCHED(
        "{count} of {sources} sources were not fully watched in the decisive period: {names}",
        "Не за всеми источниками ({count} из {sources}) в решающее время следили непрерывно:"
            + " {names}"),
    MAY_BE_AS_EARLY(
        "others that may be as early: {count}", "других, которые могли быть не позже: {count}"),
    EARLIER_IN_OTHER_WORDS(
        "others, not later, that say it in other words: {count}",
        "не позже, но другими словами, это сказали: {count}"),
    EARLIER_MENTIONS(
        "earlier ones that deny it, ask whether it is so or have a part of it: {count}",
        "раньше это опровергают, ставят под вопрос или передают часть: {count}"),
    OTHERS_SEEN_LATER("our looks put the others later", "остальные, по нашим наблюдениям, позже"),
    OTHERS_CLAIM_LATER("the others are later by their claims", "остальные позже, по их словам"),
    OTHERS_LATER(
        "the others are later, some by our looks, some by their claims",
        "остальные позже: одни по нашим наблюдениям, другие по их словам"),
    NOBODY_ELSE("nobody else says it", "больше никто этого не говорит");

    private final String english;
    private final String russian;

    Code(String english, String russian) {
      this.english = english;
      this.russian = russian;
    }

    /// As the API writes it: `short-claim`.
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// A remark without parameters.
  static Remark of(Code code) {
    return new Remark(code, Map.of());
  }

  /// A remark with one parameter.
  static Remark of(Code code, String name, Object value) {
    return new Remark(code, Map.of(name, value));
  }

  /// The sentence in English.
  public String english() {
    return filled(code.english);
  }

  /// The sentence in Russian.
  public String russian() {
    return filled(code.russian);
  }

  private String filled(String sentence) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', at)) {
      int close = sentence.indexOf('}', open);
      text.append(sentence, at, open);
      text.append(parameters.get(sentence.substring(open + 1, close)));
      at = close + 1;
    }
    return text.append(sentence.substring(at)).toString();
  }
}
