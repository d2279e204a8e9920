package letopis.text;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern of words that many texts are searched for. It is tried only at words that it can begin
/// with, which [Matcher#find()] does not know and tries at every character. Thread-safe.
public final class Phrase {
  private final Pattern pattern;
  private final Triggers triggers;

  /// @param pattern begins with a letter at the beginning of a word, ignores case, and does not
  ///     match the empty string
  public Phrase(Pattern pattern) {
    this.pattern = Objects.requireNonNull(pattern);
    this.triggers = new Triggers(pattern);
  }

  /// Whether it is in a text.
  public boolean in(String text) {
    return find(text).isPresent();
  }

  /// The first place where it is in a text, as [Matcher#find()] has it.
  public Optional<MatchResult> find(String text) {
    int[] places = triggers.in(text);
    if (places.length == 0) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    for (int place : places) {
      if (matcher.region(place, text.length()).lookingAt()) {
        return Optional.of(matcher.toMatchResult());
      }
    }
    return Optional.empty();
  }
}
