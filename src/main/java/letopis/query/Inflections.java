package letopis.query;

import java.util.List;

/// Other forms of a word that the stemmer does not bring together with it: день, дня.
public interface Inflections {
  /// None.
  Inflections NONE =
      new Inflections() {
        @Override
        public List<Form> of(String word) {
          return List.of();
        }

        @Override
        public boolean isOrdinary(String word) {
          return false;
        }
      };

  /// What to look for besides the stem of a word.
  ///
  /// @param text a form of the word
  /// @param exact whether this form alone is meant, not what else has its stem: Иванов for
  ///     «Иванову», not Иван
  record Form(String text, boolean exact) {}

  /// The forms of this word that have other stems, at most [#MOST]: each, or where many share a
  /// stem one for all; never the word itself.
  ///
  /// @param word lower case, with `е` for `ё`
  List<Form> of(String word);

  /// Whether this is a word that the dictionary writes in small letters: свободный, not Зея.
  ///
  /// @param word lower case, with `е` for `ё`
  boolean isOrdinary(String word);

  /// The most other forms of one word.
  int MOST = 8;
}
