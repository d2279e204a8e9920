package letopis.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Operators and fields as other search systems, or our own addresses, write them: `a W/5 b`,
/// `a ADJ3 b`, `a И НЕ b`, `site:x`, `lang=ru`. What we would read as mere words is offered in our
/// writing, never applied.
public final class OtherSyntax {
  private static final int LONGEST = 2_000;
  private static final Pattern NAME = Pattern.compile("(?<=^|[\\s(!-])([\\p{L}_]+)([:=])(?=\\S)");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|«[^»]*»|“[^”]*”|„[^“]*“");

  /// In place of a phrase: quotation marks with a character between that no query has.
  private static final String PHRASE = "\"\uE000\"";

  /// Names in other systems, each with ours.
  private static final Map<String, Field> FIELDS =
      Map.ofEntries(
          Map.entry("intitle", Field.TITLE),
          Map.entry("allintitle", Field.TITLE),
          Map.entry("headline", Field.TITLE),
          Map.entry("заголовок", Field.TITLE),
          Map.entry("text", Field.BODY),
          Map.entry("intext", Field.BODY),
          Map.entry("content", Field.BODY),
          Map.entry("текст", Field.BODY),
          Map.entry("inurl", Field.URL),
          Map.entry("link", Field.URL),
          Map.entry("byline", Field.AUTHOR),
          Map.entry("автор", Field.AUTHOR),
          Map.entry("media", Field.SOURCE),
          Map.entry("media_name", Field.SOURCE),
          Map.entry("publication", Field.SOURCE),
          Map.entry("источник", Field.SOURCE),
          Map.entry("language", Field.LANG),
          Map.entry("язык", Field.LANG),
          Map.entry("hashtag", Field.TAG),
          Map.entry("tags", Field.TAG),
          Map.entry("site", Field.DOMAIN),
          Map.entry("host", Field.DOMAIN),
          Map.entry("canonical_domain", Field.DOMAIN),
          Map.entry("after", Field.PUBLISHED),
          Map.entry("before", Field.PUBLISHED),
          Map.entry("since", Field.PUBLISHED),
          Map.entry("until", Field.PUBLISHED),
          Map.entry("date", Field.PUBLISHED),
          Map.entry("publish_date", Field.PUBLISHED),
          Map.entry("publication_date", Field.PUBLISHED),
          Map.entry("дата", Field.PUBLISHED));

  /// Filters, which stand beside a query, by the names under which people type them into it.
  private static final Map<String, String> FILTERS =
      Map.ofEntries(
          Map.entry("topic", "topic"),
          Map.entry("тема", "topic"),
          Map.entry("place", "place"),
          Map.entry("место", "place"),
          Map.entry("region", "region"),
          Map.entry("регион", "region"),
          Map.entry("section", "section"),
          Map.entry("раздел", "section"),
          Map.entry("рубрика", "section"),
          Map.entry("cluster", "cluster"),
          Map.entry("changed", "changed"),
          Map.entry("removed", "removed"));

  private record Rule(Pattern theirs, String ours) {
    Rule(String theirs, String ours, int flags) {
      this(Pattern.compile(theirs, flags | Pattern.UNICODE_CHARACTER_CLASS), ours);
    }

    Rule(String theirs, String ours) {
      this(theirs, ours, 0);
    }
  }

  private static final String BEFORE = "(?<=[\\s)\"»])";
  private static final String AFTER = "(?=[\\s(\"«=])";

  /// In this order: what says more comes first.
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "\\b(after|since):(\\d[\\d-]*)", "published:[$2 TO *]", Pattern.CASE_INSENSITIVE),
          new Rule(
              "\\b(before|until):(\\d[\\d-]*)", "published:[* TO $2]", Pattern.CASE_INSENSITIVE),
          new Rule(
              "(?<=^|[\\s(])([\\w-]+)\\s+(?:(?:PRE|ADJ|ONEAR)/?|P/)(\\d{1,2})\\s+([\\w-]+)(?=$|[\\s)])",
              "\"$1 $3\"~$2"),
          new Rule("(?<=\uE000\")\\s*/\\s*(\\d{1,2})(?=$|[\\s)])", "~$1"),
          new Rule(BEFORE + "(?:W|N|NEAR|w|n|near)?/(\\d{1,2})" + AFTER, "NEAR/$1"),
          new Rule(BEFORE + "NEAR:?(\\d{1,2})" + AFTER, "NEAR/$1"),
          new Rule(BEFORE + "(?:W|w|near)/[Ss]" + AFTER, "NEAR/S"),
          new Rule(BEFORE + "И (?:НЕ|NOT)" + AFTER, "NOT"),
          new Rule(BEFORE + "ИЛИ" + AFTER, "OR"),
          new Rule(BEFORE + "И" + AFTER, "AND"),
          new Rule("(?<=^|[\\s(\"»])НЕ" + AFTER, "NOT"),
          new Rule("(?<=[\\w)\"»])\\^\\d+(?:\\.\\d+)?", ""),
          new Rule("(?<=\\w)~\\d?(?=$|[\\s)])", ""));

  private OtherSyntax() {}

  /// Our name for a field of another system.
  public static Optional<Field> field(String name) {
    return Optional.ofNullable(FIELDS.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The filter that is called so; it is a parameter, no field of a query.
  static Optional<String> filter(String name) {
    return Optional.ofNullable(FILTERS.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The query in our writing; empty where it is that already, or where what comes out is no query.
  public static Optional<String> translated(String q) {
    if (q.length() > LONGEST || q.equals(q.toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    // What is quoted stands aside meanwhile.
    List<String> phrases = QUOTED.matcher(q).results().map(MatchResult::group).toList();
    String text = QUOTED.matcher(q).replaceAll(PHRASE);
    for (Rule rule : RULES) {
      text = rule.theirs().matcher(text).replaceAll(rule.ours());
    }
    text = NAME.matcher(text).replaceAll(OtherSyntax::renamed);
    for (String phrase : phrases) {
      text = text.replaceFirst(PHRASE, Matcher.quoteReplacement(phrase));
    }
    boolean better = !text.equals(q) && QueryParser.parse(text) instanceof ParseOutcome.Parsed;
    return better ? Optional.of(text) : Optional.empty();
  }

  private static String renamed(MatchResult name) {
    Optional<Field> field = field(name.group(1)).or(() -> Field.of(name.group(1)));
    return Matcher.quoteReplacement(field.map(ours -> ours.label() + ":").orElseGet(name::group));
  }
}
