package letopis.trace;

/// How well the time of an appearance is known. `docs/tracing.md` has the same table.
public enum Quality {
  /// We looked before and after, at most an hour apart, and the publication's own claim agrees.
  A,
  /// We looked before and after, at most a day apart, and the claim agrees; or the platform's clock
  /// (not the author) set the time and nothing contradicts it.
  B,
  /// We only have the publication's own claim, to the minute or better, and nothing contradicts
  /// it;
  /// or our looks were more than a day apart; or they were closer but the claim is missing or
  /// contradicted by them.
  C,
  /// The claim is missing, rougher than a minute or contradicted, and we never looked before.
  D
}
