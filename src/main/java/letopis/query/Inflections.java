package letopis.query;

import java.util.List;

/// Other forms of a word that the stemmer does not bring together with it: день, дня.
public interface Inflections {
  /// None.
  Inflections NONE =
      new Inflections() {
        @Override
        public List<String> of(String word) {
          return List.of();
        }

        @Override
        public boolean isOrdinary(String word) {
          return false;
        }
      };

  /// One form for each other stem that forms of this word have, at most [#MOST]; never the word
  /// itself.
  ///
  /// @param word lower case, with `е` for `ё`
  List<String> of(String word);

  /// Whether this is a word that the dictionary writes in small letters: свободный, not Зея.
  ///
  /// @param word lower case, with `е` for `ё`
  boolean isOrdinary(String word);

  /// The most other forms of one word.
  int MOST = 8;
}
