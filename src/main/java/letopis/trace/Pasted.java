package letopis.trace;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a pasted post is the claim: not the addresses in it, not the marks of bold letters, not
/// the hashtags and the calls to subscribe at its end, which all posts of its channel have, not the
/// cry before it («Срочно!»), and not the question that a checker puts («Правда ли, что …?»).
final class Pasted {
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]\\n]{0,200})\\]\\(\\s{0,3}https?://[^\\s)]{1,2000}\\s{0,3}\\)");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://\\S+|(?<![\\p{L}\\d.@-])(?:t\\.me|vk\\.com|youtu\\.be)/\\S+");
  private static final Pattern ALONE =
      Pattern.compile(
          "(?i)(?:https?://\\S{1,2000}|[\\p{L}\\d-]{1,60}(?:\\.[\\p{L}\\d-]{2,60}){1,5}/\\S{0,2000})");
  private static final Pattern MARKS = Pattern.compile("\\*\\*|__|~~|\\|\\|");

  /// What a channel calls its readers to, in a last line or sentence of few words.
  private static final Pattern CALL =
      Pattern.compile(
          "(?iu)перешлите|пере(?:дай|сылай)(?:те)?(?!\\p{L})|поделитесь|дели(?:тесь|сь)(?!\\p{L})|(?<!\\p{L})(?:перешли|(?:отправь|расскажи|скинь)(?:те)?)"
              + " (?:это )?(?:(?:всем|своим)"
              + " ){0,2}(?:друзьям|знакомым|близким|родным|соседям)(?!\\p{L})|максимальный"
              + " репост|\\bplease (?:share|forward|check)|\\bshare (?:this|with)\\b|\\bforwarded"
              + " many times|провер(?:ьте|ить),? пожалуйста|подпи(?:саться|сывай|шись|шитесь|ска на"
              + " (?:канал|нас))|прис(?:лать|ылай)\\p{L}* новост|наш(?:ем)? (?:канал|бот)|читать"
              + " нас|\\bsubscribe\\b|\\bjoin us\\b");
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?iu)^\\P{L}{0,9}(?:(?:(?:подскажите|скажите|ребята|люди),?|а) )?(?:(?:(?:это"
              + " )?правда|верно|действительно|неужели|так) ли(?: это)?|(?:это )?правда|is it"
              + " (?:really )?(?:true|correct)|фейк|fake(?: news)?|fact["
              + " -]?check|(?:кто-нибудь|кто-то|вы|ты)(?: уже)?"
              + " (?:слышали?|читали?|видели?|знали?)|слышала?|говорят|пишут|(?:has|have)"
              + " (?:anyone|anybody|you) (?:heard|read|seen)|did you (?:know|hear)|i (?:keep"
              + " hearing|heard|read)|they say)(?:,? (?:что|будто|that)(?!\\p{L})|[:?—–]| -)\\s*");

  /// What channels cry before any news, and nothing is claimed by. Before a dash a noun may be what
  /// is spoken of: «Молния — причина пожара».
  private static final Pattern CRY =
      Pattern.compile(
          "(?iu)^(?:(?:fwd?|re|rt(?:"
              + " @\\w{1,30})?):\\s{0,3}){1,9}|^\\P{L}{0,9}(?:(?:срочно|молния|внимание|важно|экстренно|breaking|urgent|just"
              + " in)(?: новость| news)?\\s{0,3}[!‼❗⚡:.|]|(?:срочно|экстренно|breaking(?:"
              + " news)?|just in)\\s{1,3}[—–-]\\s)[^\\p{L}\\p{Sc}\\d«\"]{0,20}");

  /// The same behind the claim: «…, это правда?», "Fake?"
  private static final Pattern ASKED =
      Pattern.compile(
          "(?iu)[.,!?…)»\"]\\s{0,3}(?:(?:это|is (?:it|this|that))\\s)?(?:правда(?: ли"
              + " это)?|фейк|неправда|true(?: or false)?|fake(?: news)?|real)\\s{0,3}(?:или"
              + " (?:нет|фейк|правда))?\\?{1,5}\\s{0,9}$");
  private static final Pattern HASHTAGS =
      Pattern.compile("(?:(?<=[^\\p{L}\\d\\s,])|\\n)\\s{0,9}(?:#[\\p{L}\\d_]{1,60}\\s*+){1,30}$");

  private static final Pattern LAST =
      Pattern.compile(
          "(?:\\n"
              + "|(?<=[.!?…])\\s|(?<=[»\"”])\\s{0,3}[—–-]\\s)([^\\n"
              + ".!?…]{1,80})[.!?…]*+\\P{L}{0,9}$");

  /// A call on the line of the claim, told from it by an emoji, which goes with it.
  private static final Pattern AFTER_EMOJI =
      Pattern.compile(
          "\\p{IsExtended_Pictographic}\\x{FE0F}?"
              + "([^\\n.!?…\\p{IsExtended_Pictographic}]{1,80})[.!?…]*+\\P{L}{0,9}$");

  /// A post does not call more often.
  private static final int CALLS = 10;

  private Pasted() {}

  /// Whether nothing but an address was pasted, as browsers show it: `gazeta.example/news/1`.
  static boolean isAddress(String text) {
    return ALONE.matcher(text.strip()).matches();
  }

  /// The claim of a pasted text; the text itself when nothing else is in it.
  static String claim(String text) {
    String words =
        LINK.matcher(text)
            .replaceAll(link -> CALL.matcher(link.group(1)).find() ? " " : quoted(link));
    String plain = MARKS.matcher(ADDRESS.matcher(words).replaceAll(" ")).replaceAll("").strip();
    plain = QUESTION.matcher(CRY.matcher(plain).replaceFirst("")).replaceFirst("");
    plain = ASKED.matcher(plain).replaceFirst("");
    String before = "";
    for (int i = 0; i < CALLS && !plain.equals(before); i++) {
      before = plain;
      plain = withoutCall(HASHTAGS.matcher(plain).replaceFirst("").strip());
    }
    return plain.isEmpty() ? text : plain;
  }

  private static String withoutCall(String text) {
    for (Pattern tail : List.of(AFTER_EMOJI, LAST)) {
      Matcher last = tail.matcher(text);
      if (last.find() && CALL.matcher(last.group(1)).find()) {
        return text.substring(0, last.start()).strip();
      }
    }
    return text;
  }

  private static String quoted(MatchResult link) {
    return Matcher.quoteReplacement(link.group(1));
  }
}
