package letopis.query;

import java.util.List;

/// Other forms of a word that the stemmer does not bring together with it: день, дня.
@FunctionalInterface
public interface Inflections {
  /// None.
  Inflections NONE = _ -> List.of();

  /// One form for each other stem that forms of this word have, at most [#MOST]; never the word
  /// itself.
  ///
  /// @param word lower case, with `е` for `ё`
  List<String> of(String word);

  /// The most other forms of one word.
  int MOST = 8;
}
