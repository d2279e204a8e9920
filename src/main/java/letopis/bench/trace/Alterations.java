package letopis.bench.trace;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import letopis.document.Document;
import letopis.text.StopWords;
import letopis.text.Word;
import letopis.text.Words;
import letopis.trace.Change;

/// Changes one thing in a sentence, as forgers and careless writers do, and says which.
///
/// `figure` puts another number of as many digits in the place of one, `name` a name of another
/// article, `date` another month, weekday, year or day of the month; `negation` puts «не» or *not*
/// before a verb or takes it away; `swap` lets two numbers change places; `typo` swaps, drops or
/// doubles a letter of a word; `forms` gives up to three words another ending; `dressed` is the
/// sentence as a post has it: in capitals, with emoji and hashtags, or with Latin letters that look
/// like Russian ones. Not for several threads.
final class Alterations {
  private static final Pattern FIGURE = Pattern.compile("[1-9]\\d{0,5}");
  private static final Pattern RU_VERB =
      Pattern.compile("[а-яё]{3,}(?:ал|ил|ел|ла|ли|ло|ают|яют|уют|ает|ует|ится|ются|лся|лись)");
  private static final Set<String> EN_VERBS =
      Set.of("is", "are", "was", "were", "will", "would", "could", "should", "must");
  private static final String LATIN = "aecopxyKHBMTAEOPCX";
  private static final String CYRILLIC = "аесорхуКНВМТАЕОРСХ";
  private static final List<String> EMOJI = List.of("🔥", "❗", "⚡", "😱", "🇷🇺", "👇");

  private final Random random;
  private final List<Document> corpus;

  /// By stem, the words of the corpus that have it; filled when first asked for.
  private final Map<String, Set<String>> forms = new HashMap<>();

  /// @param corpus where names and forms of words are taken from
  Alterations(List<Document> corpus, Random random) {
    this.corpus = corpus;
    this.random = random;
  }

  Optional<Altered> figure(String sentence) {
    return replace(
        sentence, Change.Kind.NUMBER, word -> isFigure(word, sentence), this::otherFigure);
  }

  private static boolean isFigure(Word word, String sentence) {
    return FIGURE.matcher(word.norm()).matches() && !Dates.isDate(word, sentence);
  }

  private String otherFigure(String figure) {
    String other = figure;
    while (other.equals(figure)) {
      int least = (int) Math.pow(10, figure.length() - 1);
      other = Integer.toString(least + random.nextInt(9 * least));
    }
    return other;
  }

  Optional<Altered> name(String sentence, String lang) {
    return replace(
        sentence,
        Change.Kind.NAME,
        word -> isName(word, sentence),
        name -> {
          String other = name;
          while (Words.stem(other).equals(Words.stem(name))) {
            other = anyName(lang);
          }
          return other;
        });
  }

  private String anyName(String lang) {
    while (true) {
      Document document = any(corpus);
      String body = document.content().body();
      List<Word> names = Words.of(body).stream().filter(word -> isName(word, body)).toList();
      if (document.content().lang().equals(lang) && !names.isEmpty()) {
        return surface(any(names), body);
      }
    }
  }

  Optional<Altered> date(String sentence) {
    return replace(
        sentence,
        Change.Kind.DATE,
        word -> Dates.isDate(word, sentence),
        date -> Dates.other(date, random));
  }

  static Optional<Altered> negation(String sentence, String lang) {
    List<Word> words = Words.of(sentence);
    boolean russian = lang.equals("ru");
    String not = russian ? "не" : "not";
    for (int i = 1; i + 1 < words.size(); i++) {
      if (words.get(i).norm().equals(not)) {
        return Optional.of(
            new Altered(
                sentence.substring(0, words.get(i).start())
                    + sentence.substring(words.get(i + 1).start()),
                Optional.of(new Altered.Other(Change.Kind.NEGATION, "", not))));
      }
    }
    for (int i = 1; i + 1 < words.size(); i++) {
      Word word = words.get(i);
      boolean verb =
          russian
              ? RU_VERB.matcher(surface(word, sentence)).matches()
              : EN_VERBS.contains(word.norm());
      if (verb) {
        int at = russian ? word.start() : word.end();
        String before = sentence.substring(0, at);
        String denied = russian ? before + "не " : before + " not";
        return Optional.of(
            new Altered(
                denied + sentence.substring(at),
                Optional.of(new Altered.Other(Change.Kind.NEGATION, not, ""))));
      }
    }
    return Optional.empty();
  }

  static Optional<Altered> swap(String sentence) {
    List<Word> numbers =
        Words.of(sentence).stream().filter(word -> isFigure(word, sentence)).toList();
    for (int i = 1; i < numbers.size(); i++) {
      Word one = numbers.get(i - 1);
      Word other = numbers.get(i);
      boolean apart = sentence.substring(one.end(), other.start()).strip().contains(" ");
      if (apart && !one.norm().equals(other.norm())) {
        return Optional.of(
            new Altered(
                sentence.substring(0, one.start())
                    + surface(other, sentence)
                    + sentence.substring(one.end(), other.start())
                    + surface(one, sentence)
                    + sentence.substring(other.end()),
                Optional.of(
                    new Altered.Other(
                        Change.Kind.NUMBER, surface(other, sentence), surface(one, sentence)))));
      }
    }
    return Optional.empty();
  }

  Optional<Altered> typo(String sentence) {
    List<Word> words =
        Words.of(sentence).stream()
            .filter(word -> isPlain(word) && word.norm().length() > 5)
            .filter(word -> Character.isLowerCase(sentence.codePointAt(word.start())))
            .filter(word -> !Dates.isDate(word, sentence))
            .toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Word word = any(words);
    int at = word.start() + 1 + random.nextInt(word.end() - word.start() - 3);
    String after = sentence.substring(at + 1);
    String mistyped =
        switch (random.nextInt(3)) {
          case 0 -> after.charAt(0) + sentence.substring(at, at + 1) + after.substring(1);
          case 1 -> after;
          default -> sentence.substring(at, at + 1).repeat(2) + after;
        };
    String typo = sentence.substring(0, at) + mistyped;
    return typo.equals(sentence)
        ? Optional.empty()
        : Optional.of(new Altered(typo, Optional.empty()));
  }

  Optional<Altered> forms(String sentence) {
    String changed = sentence;
    int count = 0;
    for (Word word : Words.of(sentence).reversed()) {
      List<String> others =
          forms().getOrDefault(word.stem(), Set.of()).stream()
              .filter(form -> !form.equals(word.norm()))
              .toList();
      if (isPlain(word) && !others.isEmpty() && count < 3 && random.nextInt(2) == 0) {
        String form = any(others);
        boolean large = Character.isUpperCase(sentence.codePointAt(word.start()));
        changed =
            changed.substring(0, word.start())
                + (large ? form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1) : form)
                + changed.substring(word.end());
        count++;
      }
    }
    return count == 0 ? Optional.empty() : Optional.of(new Altered(changed, Optional.empty()));
  }

  private Map<String, Set<String>> forms() {
    if (forms.isEmpty()) {
      for (Document document : corpus) {
        Words.of(document.content().body()).stream()
            .filter(Alterations::isPlain)
            .forEach(
                word ->
                    forms
                        .computeIfAbsent(word.stem(), _ -> new LinkedHashSet<>())
                        .add(word.norm()));
      }
    }
    return forms;
  }

  Optional<Altered> dressed(String sentence) {
    String post =
        switch (random.nextInt(4)) {
          case 0 -> sentence.toUpperCase(Locale.ROOT);
          case 1 ->
              any(EMOJI) + any(EMOJI) + " " + sentence + " " + any(EMOJI) + "\n\n#news #важное";
          case 2 -> sentence.replaceAll("[«»\"“”„;()—–]|[,:](?=\\s)", " ").replaceAll(" {2,}", " ");
          default -> withLatin(sentence);
        };
    return Optional.of(new Altered(post, Optional.empty()));
  }

  /// With a Latin letter in the place of the first that looks like one, in every third word.
  private static String withLatin(String sentence) {
    StringBuilder latin = new StringBuilder(sentence);
    List<Word> words = Words.of(sentence);
    for (int k = 0; k < words.size(); k += 3) {
      Word word = words.get(k);
      for (int i = word.start() + 1; i < word.end(); i++) {
        int letter = CYRILLIC.indexOf(sentence.charAt(i));
        if (letter >= 0 && word.end() - word.start() > 3) {
          latin.setCharAt(i, LATIN.charAt(letter));
          break;
        }
      }
    }
    return latin.toString();
  }

  private interface Replacement {
    String of(String surface);
  }

  /// Puts another in the place of one of these words.
  private Optional<Altered> replace(
      String sentence, Change.Kind kind, Predicate<Word> which, Replacement other) {
    List<Word> words = Words.of(sentence).stream().filter(which).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Word word = any(words);
    String became = surface(word, sentence);
    String was = other.of(became);
    return Optional.of(
        new Altered(
            sentence.substring(0, word.start()) + was + sentence.substring(word.end()),
            Optional.of(new Altered.Other(kind, was, became))));
  }

  /// A word with a capital inside of a sentence.
  private static boolean isName(Word word, String text) {
    String surface = surface(word, text);
    int before = word.start() - 1;
    return surface.length() > 3
        && before > 0
        && text.charAt(before) == ' '
        && (Character.isLetter(text.charAt(before - 1)) || text.charAt(before - 1) == ',')
        && Character.isUpperCase(surface.charAt(0))
        && surface.chars().skip(1).allMatch(c -> Character.isLowerCase(c))
        && !Dates.isDate(word, text)
        && !StopWords.has(word.norm());
  }

  private static boolean isPlain(Word word) {
    return word.norm().length() > 3
        && word.norm().chars().allMatch(Character::isLetter)
        && !StopWords.has(word.norm());
  }

  private static String surface(Word word, String text) {
    return text.substring(word.start(), word.end());
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
