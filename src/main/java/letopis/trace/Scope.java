package letopis.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import letopis.document.Attribution;
import letopis.text.Phrase;
import letopis.text.Sentences;
import letopis.text.Span;

/// Which of the sources that a text names it names for a passage of it.
///
/// Source lines (in a [Digest], that of the item), forwards and replies speak of the whole text. A
/// phrase («сообщает ТАСС»)
/// speaks of its own sentence, or, when it points back («Об этом сообщает ТАСС»), of those
/// before it; what an outlet is named for near the beginning holds for what follows until
/// another one is named. So the passage's own sentences are asked first, then those that point
/// back to it, those before it up to the nearest outlet, and those after it only when nothing
/// else names a source. What a text recalls («Ранее РБК сообщал …») has its own sources.
final class Scope {
  /// A phrase farther from the passage speaks of something else.
  private static final int NEAR = 700;

  /// So many sentences after the passage may point back to it.
  private static final int BACK = 3;

  private static final Phrase POINTS_BACK =
      phrase(
          "\\b(?:об этом|про это|эт(?:у|и|о|ой)"
              + " (?:информаци|сведени|новост|данны|сообщени)\\w*|так(?:ую|ие)"
              + " (?:информаци|сведени|данны)\\w*|(?:его|её|ее|их) слова|слова \\w+"
              + " (?:приводит|цитирует|передаёт|передает)|(?:about|reported|said|confirmed|announced)"
              + " (?:this|it)\\b|this was (?:reported|announced)|the (?:news|information|report)"
              + " was|про це|цю інформацію)");

  private static final Pattern RECALLS =
      pattern(
          "\\W{0,3}(?:ранее|напомним|напоминаем|как (?:ранее )?сообщал\\w*|до"
              + " этого|earlier|previously|раніше|нагадаємо)\\b");

  private final Appearance.Passage passage;
  private final String body;
  private final Predicate<Attribution> isOutlet;
  private final List<Span> sentences;
  private final List<List<Attribution>> phrases = new ArrayList<>();
  private final List<Attribution> found = new ArrayList<>();
  private final int first;
  private final int last;

  private Scope(Appearance one, List<Attribution> named, Predicate<Attribution> isOutlet) {
    this.passage = one.passage();
    this.body = one.document().content().body();
    this.isOutlet = isOutlet;
    this.sentences = Sentences.of(body);
    sentences.forEach(_ -> phrases.add(new ArrayList<>()));
    named.forEach(phrase -> phrases.get(at(phrase.start())).add(phrase));
    // A headline stands right before the text.
    this.first = isTitle() ? 0 : at(passage.start());
    this.last = isTitle() ? -1 : at(Math.max(passage.start(), passage.end() - 1));
  }

  /// Whom the text has the passage from, by its own words, the nearest first.
  ///
  /// @param isOutlet whether a name is of an outlet, and not of an office or a firm
  static List<Attribution> of(Appearance one, Predicate<Attribution> isOutlet) {
    List<Attribution> whole = new ArrayList<>();
    List<Attribution> phrases = new ArrayList<>();
    int length = one.document().content().body().length();
    for (Attribution attribution : one.document().content().attributions()) {
      boolean placed =
          attribution.how() == Attribution.How.PHRASE
              && attribution.start() >= 0
              && attribution.start() < length;
      (placed ? phrases : whole).add(attribution);
    }
    whole = new ArrayList<>(Digest.of(one, whole));
    if (!phrases.isEmpty() && !one.document().content().body().isBlank()) {
      whole.addAll(new Scope(one, phrases, isOutlet).named());
    }
    return whole;
  }

  private List<Attribution> named() {
    for (int i = first; i <= last; i++) {
      if (first == last || !recalls(i)) {
        found.addAll(phrases.get(i));
      }
    }
    boolean outlet = hasOutlet(found);
    for (int i = last + 1; i <= last + BACK && i < phrases.size() && !outlet; i++) {
      if (POINTS_BACK.in(sentences.get(i).of(body))) {
        found.addAll(phrases.get(i));
      }
      outlet = hasOutlet(phrases.get(i));
    }
    if (!hasOutlet(found)) {
      walk(first - 1, -1, passage.start() - NEAR);
    }
    if (found.isEmpty()) {
      walk(last + 1, 1, (isTitle() ? 0 : passage.end()) + NEAR);
    }
    return found;
  }

  /// Sentence after sentence, up to one that names an outlet or the end of what is near.
  private void walk(int from, int step, int end) {
    boolean outlet = false;
    for (int i = from; i >= 0 && i < phrases.size() && !outlet; i += step) {
      Span sentence = sentences.get(i);
      if (step > 0 ? sentence.start() >= end : sentence.end() <= end) {
        return;
      }
      if (!recalls(i)) {
        found.addAll(phrases.get(i));
        outlet = hasOutlet(phrases.get(i)) || step > 0 && !isTitle() && !found.isEmpty();
      }
    }
  }

  private boolean isTitle() {
    return !passage.field().equals("body");
  }

  private boolean hasOutlet(List<Attribution> attributions) {
    return attributions.stream().anyMatch(isOutlet);
  }

  private boolean recalls(int sentence) {
    return RECALLS.matcher(sentences.get(sentence).of(body)).lookingAt();
  }

  /// The sentence with this place of the text, or the one before it.
  private int at(int offset) {
    int low = 0;
    int high = sentences.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sentences.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static Phrase phrase(String regex) {
    return new Phrase(pattern(regex));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
