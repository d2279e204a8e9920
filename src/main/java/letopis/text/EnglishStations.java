package letopis.text;

import static letopis.text.NameReader.Look.KNOWN;

import java.util.Locale;
import java.util.Optional;

/// Reads names of stations behind the name of their network.
final class EnglishStations {
  private final Frames frames;
  private final NameWords in;
  private final WordList words;

  EnglishStations(Frames frames) {
    this.frames = frames;
    this.in = frames.in;
    this.words = frames.words;
  }

  /// "NBC Bay Area", "BBC Radio Kent": a station behind the name of its network, up to a word.
  Optional<NameReader.Name> endingAt(int end) {
    int start = end - 1;
    while (start > 0 && start > end - 4 && in.isCapital(start) && !in.broken(start - 1, start)) {
      start--;
    }
    Optional<NameReader.Name> network = Optional.empty();
    for (int i = start; i < end - 1 && network.isEmpty(); i++) {
      network =
          frames
              .names
              .read(i)
              .filter(one -> one.look() == KNOWN && isCapitals(one) && one.wordsTo() < end)
              .filter(one -> !in.owns(one.wordsTo() - 1));
    }
    return network
        .filter(one -> areNames(one.wordsTo(), end))
        .map(
            one ->
                new NameReader.Name(one.start(), words.end(end - 1), KNOWN, one.described(), end));
  }

  private boolean isCapitals(NameReader.Name name) {
    String surface = frames.text.substring(name.start(), name.end());
    return surface.length() > 1 && surface.equals(surface.toUpperCase(Locale.ROOT));
  }

  private boolean areNames(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!in.isCapital(i)
          || in.owns(i)
          || in.broken(i - 1, i)
          || SourceNames.isGivenName(in.surface(i))) {
        return false;
      }
    }
    return true;
  }
}
