package letopis.query;

/// The weights of what makes a hit better; decided by `./letopis bench relevance`.
///
/// @param title weight of a word in the title; a word in the body has 1
/// @param lead weight of a word in the lead
/// @param start weight of the words of the query at the start of the body
/// @param roots weight of words of the same root: губернатор for губернский
/// @param exact weight of the very forms typed
/// @param near weight of the words standing near each other
/// @param address weight of the words of the address, however it writes them: `shtorm` for шторм
public record Ranking(
    double title,
    double lead,
    double start,
    double roots,
    double exact,
    double near,
    double address) {
  /// What the measurement chose.
  public static final Ranking CHOSEN = new Ranking(2, 1, 0.4, 0.75, 0, 0, 0.8);

  /// Words in fields, nothing else.
  public static final Ranking PLAIN = new Ranking(1, 1, 0, 0, 0, 0, 0);
}
