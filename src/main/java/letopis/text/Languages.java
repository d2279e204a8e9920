package letopis.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Guesses the language of a text from its script, its letters and its most common words.
public final class Languages {
  /// What is answered when nothing speaks for any language.
  public static final String UNKNOWN = "und";

  /// Only so many words are looked at.
  private static final int WORDS = 400;

  private static final Map<String, Set<String>> COMMON =
      Map.ofEntries(
          common("ru", "и в не на что с по как это из для от но его при также были году"),
          common("uk", "і в не на що з та як це до від у за його про або був року також"),
          common("be", "і у не на што з як гэта да па ад для яго быў таксама годзе"),
          common("bg", "и в не на че се от за да с по са като е които след ще това"),
          common("sr", "и у не на да се је за од са као су који које био након"),
          common("en", "the of and to in a is that for on with was as it by from at are"),
          common("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein"),
          common("fr", "de la le et les des en un une du dans est pour que qui sur par au"),
          common("es", "de la que el en y a los se del las un por con una para su es"),
          common("pt", "de a o que e do da em um para com não uma os no se na por"),
          common("it", "di e il la che in un a per è una del sono della con le si"),
          common("pl", "i w na z do się nie że to o jest po dla od jak przez"),
          common("cs", "a v na se je že s z do o k i pro za který jako podle"),
          common("sl", "in v je na se za da so ki z pa ne po kot bo pri"),
          common("tr", "ve bir bu için ile de da olarak olan en daha çok gibi sonra"),
          common("id", "yang dan di dengan untuk dari pada itu ini dalam tidak akan"),
          common("nl", "de het een van en in is dat op te met voor zijn niet"),
          common("ro", "și de în la cu a pe din nu că care este pentru mai"));

  private Languages() {}

  /// ISO 639-1 code of the language most of the text seems to be in; [#UNKNOWN] when nothing
  /// tells.
  public static String of(String text) {
    List<Word> words = Words.of(text.substring(0, Math.min(text.length(), WORDS * 12)));
    String script = script(words);
    return switch (script) {
      case "CYRILLIC" -> cyrillic(text, words);
      case "LATIN" -> byCommonWords(words, Set.of("ru", "uk", "be", "bg", "sr"), "und");
      case "ARABIC" -> text.matches("(?s).*[پچگ].*") ? "fa" : "ar";
      case "HEBREW" -> "he";
      case "GREEK" -> "el";
      case "HAN" -> "zh";
      case "HIRAGANA", "KATAKANA" -> "ja";
      case "HANGUL" -> "ko";
      case "THAI" -> "th";
      case "DEVANAGARI" -> "hi";
      case "BENGALI" -> "bn";
      case "ARMENIAN" -> "hy";
      case "GEORGIAN" -> "ka";
      default -> UNKNOWN;
    };
  }

  private static Map.Entry<String, Set<String>> common(String lang, String words) {
    return Map.entry(lang, Set.of(words.split(" ")));
  }

  private static String script(List<Word> words) {
    Map<String, Integer> counts = new HashMap<>();
    for (Word word : words) {
      if (!word.isNumber()) {
        String script = Character.UnicodeScript.of(word.norm().codePointAt(0)).name();
        counts.merge(script, 1, Integer::sum);
      }
    }
    // Japanese mixes three scripts; kana decide.
    int kana = counts.getOrDefault("HIRAGANA", 0) + counts.getOrDefault("KATAKANA", 0);
    if (kana > 0 && kana * 10 > words.size()) {
      return "HIRAGANA";
    }
    return counts.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /// Letters that one language has and its neighbours have not decide before common words do.
  private static String cyrillic(String text, List<Word> words) {
    Map<String, Integer> letters = new HashMap<>();
    for (int i = 0; i < text.length(); i++) {
      String lang =
          switch (Character.toLowerCase(text.charAt(i))) {
            case 'ї', 'є', 'ґ' -> "uk";
            case 'ў' -> "be";
            case 'ә', 'ұ', 'қ', 'ғ', 'һ' -> "kk";
            case 'ј', 'ђ', 'ћ', 'љ', 'њ', 'џ' -> "sr";
            case 'ы', 'э', 'ё' -> "ru";
            default -> "";
          };
      if (!lang.isEmpty()) {
        letters.merge(lang, 1, Integer::sum);
      }
    }
    int ofRussian = letters.getOrDefault("ru", 0);
    for (String lang : List.of("be", "kk", "uk", "sr")) {
      int ofIt = letters.getOrDefault(lang, 0);
      // Belarusian and Kazakh have ы and э too.
      boolean shares = lang.equals("be") || lang.equals("kk");
      if (ofIt > 0 && (shares ? ofIt * 20 > ofRussian : ofIt * 2 > ofRussian)) {
        return lang;
      }
    }
    if (ofRussian > 0) {
      return "ru";
    }
    // Hardly a sentence of Ukrainian or Belarusian is without і.
    boolean withI = text.indexOf('і') >= 0 || text.indexOf('І') >= 0;
    Set<String> without =
        Set.copyOf(
            COMMON.keySet().stream()
                .filter(lang -> isLatin(lang) || !withI && Set.of("uk", "be").contains(lang))
                .toList());
    return byCommonWords(words, without, "ru");
  }

  private static boolean isLatin(String lang) {
    return !Set.of("ru", "uk", "be", "bg", "sr").contains(lang);
  }

  private static String byCommonWords(List<Word> words, Set<String> without, String otherwise) {
    Map<String, Integer> counts = new HashMap<>();
    for (Word word : words) {
      COMMON.forEach(
          (lang, common) -> {
            if (!without.contains(lang) && common.contains(word.norm())) {
              counts.merge(lang, 1, Integer::sum);
            }
          });
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(one -> one.getKey().equals(otherwise))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }
}
