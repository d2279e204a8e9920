package letopis.text;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static final Set<String> CYRILLIC = Set.of("ru", "uk", "be", "bg", "sr");
  private static final Set<String> NOT_CYRILLIC =
      COMMON.keySet().stream()
          .filter(lang -> !CYRILLIC.contains(lang))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> NOT_CYRILLIC_NOR_WITH_I =
      Stream.concat(NOT_CYRILLIC.stream(), Stream.of("uk", "be"))
          .collect(Collectors.toUnmodifiableSet());

  /// Languages with letters of their own, in the order of [#letters(String)].
  private static final List<String> LETTERS = List.of("ru", "be", "kk", "uk", "sr");

  /// The languages of [#COMMON] in the order of their codes.
  private static final List<String> CODES = COMMON.keySet().stream().sorted().toList();

  private static final char FIRST_CYRILLIC = 'Ѐ';

  /// By Cyrillic letter, the language of [#LETTERS] that has it and its neighbours do not; -1.
  private static final byte[] OWN = new byte[0x130];

  static {
    for (int i = 0; i < OWN.length; i++) {
      OWN[i] =
          switch (Character.toLowerCase((char) (FIRST_CYRILLIC + i))) {
            case 'ы', 'э', 'ё' -> 0;
            case 'ў' -> 1;
            case 'ә', 'ұ', 'қ', 'ғ', 'һ' -> 2;
            case 'ї', 'є', 'ґ' -> 3;
            case 'ј', 'ђ', 'ћ', 'љ', 'њ', 'џ' -> 4;
            default -> -1;
          };
    }
  }

  private static final int[] NONE = {};
  private static final UnicodeScript[] SCRIPTS = UnicodeScript.values();

  /// Common word → indices into [#CODES] of the languages it is common in.
  private static final Map<String, int[]> LANGUAGES_OF =
      COMMON.values().stream()
          .flatMap(Set::stream)
          .distinct()
          .collect(Collectors.toMap(word -> word, Languages::languagesOf));

  /// The common words of Russian letters but ё, or of English ones, to tell most others by.
  private static final CueWords PLAIN =
      CueWords.of(
          LANGUAGES_OF.keySet().stream()
              .filter(word -> CharKinds.isOfOneAlphabet(CharKinds.of(word)))
              .toList());

  private Languages() {}

  private static int[] languagesOf(String word) {
    return IntStream.range(0, CODES.size())
        .filter(lang -> COMMON.get(CODES.get(lang)).contains(word))
        .toArray();
  }

  /// ISO 639-1 code of the language most of the text seems to be in; [#UNKNOWN] when nothing
  /// tells.
  public static String of(String text) {
    WordList words = Words.lazily(text.substring(0, Math.min(text.length(), WORDS * 12)));
    String script = script(words);
    return switch (script) {
      case "CYRILLIC" -> cyrillic(text, words);
      case "LATIN" -> byCommonWords(words, CYRILLIC, UNKNOWN);
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

  private static String script(WordList words) {
    int[] counts = new int[SCRIPTS.length];
    for (int i = 0; i < words.size(); i++) {
      // Most words need not be normalised for their first letter.
      int first =
          words.isPlain(i)
              ? Character.toLowerCase(words.text().charAt(words.start(i)))
              : words.norm(i).codePointAt(0);
      if (first >= 'а' && first <= 'я') {
        counts[UnicodeScript.CYRILLIC.ordinal()]++;
      } else if (first >= 'a' && first <= 'z') {
        counts[UnicodeScript.LATIN.ordinal()]++;
      } else if (!Character.isDigit(first)) {
        counts[UnicodeScript.of(first).ordinal()]++;
      }
    }
    // Japanese mixes three scripts; kana decide.
    int kana = counts[UnicodeScript.HIRAGANA.ordinal()] + counts[UnicodeScript.KATAKANA.ordinal()];
    if (kana > 0 && kana * 10 > words.size()) {
      return "HIRAGANA";
    }
    String most = "";
    int count = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0
          && (counts[i] > count || counts[i] == count && SCRIPTS[i].name().compareTo(most) > 0)) {
        most = SCRIPTS[i].name();
        count = counts[i];
      }
    }
    return most;
  }

  /// Letters that one language has and its neighbours have not decide before common words do.
  private static String cyrillic(String text, WordList words) {
    int[] letters = letters(text);
    int ofRussian = letters[LETTERS.indexOf("ru")];
    for (String lang : List.of("be", "kk", "uk", "sr")) {
      int ofIt = letters[LETTERS.indexOf(lang)];
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
    return byCommonWords(words, withI ? NOT_CYRILLIC : NOT_CYRILLIC_NOR_WITH_I, "ru");
  }

  /// How many letters there are that tell each of [#LETTERS].
  private static int[] letters(String text) {
    int[] letters = new int[LETTERS.size()];
    for (int i = 0; i < text.length(); i++) {
      int c = text.charAt(i) - FIRST_CYRILLIC;
      if (c >= 0 && c < OWN.length && OWN[c] >= 0) {
        letters[OWN[c]]++;
      }
    }
    return letters;
  }

  /// @param without languages not to choose
  private static String byCommonWords(WordList words, Set<String> without, String otherwise) {
    int[] counts = new int[CODES.size()];
    for (int i = 0; i < words.size(); i++) {
      boolean may = !words.isPlain(i) || PLAIN.at(words.text(), words.start(i), words.end(i)) != 0;
      if (!may) {
        continue;
      }
      for (int lang : LANGUAGES_OF.getOrDefault(words.norm(i), NONE)) {
        counts[lang]++;
      }
    }
    // Of equals `otherwise` is taken, else the last in the order of codes.
    int best = -1;
    for (int lang = 0; lang < counts.length; lang++) {
      if (counts[lang] > 0 && !without.contains(CODES.get(lang))) {
        boolean keeps =
            best >= 0
                && (counts[lang] < counts[best]
                    || counts[lang] == counts[best] && CODES.get(best).equals(otherwise));
        best = keeps ? best : lang;
      }
    }
    return best < 0 ? otherwise : CODES.get(best);
  }
}
