package letopis.bench.trace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import letopis.document.Document;
import letopis.document.DocumentId;
import letopis.text.Words;

/// What people who read answers to claims said of them, as the pools of TREC do. A line of the
/// pool has the claim's id, the document's id and the verdict, and nothing of the texts.
///
/// All paraphrases of the default draw were read, of other draws what [RightAnswers] doubts and
/// some of what it passes. A figure by hand stands beside the one by rule and never for it; what
/// nobody has read stays as the rule has it.
final class Judgements {
  private static final String POOL = "reuse-judgements.tsv";

  /// What a document is to a claim.
  enum Verdict {
    /// It makes the statement, in whatever words, or a good part of it.
    TELLS,

    /// It does, and may be called the origin: nobody in the archive makes it earlier.
    ORIGIN,

    /// It makes another statement, of another event, or denies it.
    OTHER
  }

  private final Map<String, Verdict> verdicts = new HashMap<>();

  /// @param pool lines of `claim TAB document TAB verdict`
  Judgements(String pool) {
    pool.lines()
        .map(line -> line.split("\t"))
        .forEach(
            fields ->
                verdicts.put(
                    key(fields[0], fields[1]),
                    Verdict.valueOf(fields[2].toUpperCase(Locale.ROOT))));
  }

  /// Those that come with the bench.
  static Judgements bundled() throws IOException {
    try (InputStream in = Judgements.class.getResourceAsStream(POOL)) {
      return new Judgements(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /// What was said of a document as an answer to a claim.
  Optional<Verdict> of(String claim, Document document) {
    return Optional.ofNullable(verdicts.get(key(claimId(claim), document.id())));
  }

  /// Stands for a claim in the pool.
  static String claimId(String claim) {
    return DocumentId.of(Words.norms(claim));
  }

  private static String key(String claim, String document) {
    return claim + " " + document;
  }
}
