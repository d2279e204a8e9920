package letopis.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.query.Fault;
import letopis.query.ParseOutcome;
import letopis.search.SearchAnswer.Facet;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Dimension;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;

/// Answers a list of questions at once: for each how many documents there are, the first ones, and
/// the sources that have most.
public final class Batch {
  /// The most questions of one batch.
  public static final int MOST = 1_000;

  private static final int FIRSTS = 3;
  private static final int SOURCES = 5;

  private final DocumentSearch search;

  public Batch(DocumentSearch search) {
    this.search = search;
  }

  /// One question.
  ///
  /// @param id echoed in the answer
  public record Question(String id, String q) {
    public Question {
      Objects.requireNonNull(id);
      Objects.requireNonNull(q);
    }
  }

  /// What became of one question.
  public sealed interface Result {
    Question question();
  }

  /// @param groups copies of one text counted once; an estimate above some thousands
  /// @param firsts the earliest documents by publication, at most three
  /// @param sources those with most documents, at most five
  public record Answered(
      Question question, long count, long groups, List<Hit> firsts, List<Facet> sources)
      implements Result {
    public Answered {
      Objects.requireNonNull(question);
      firsts = List.copyOf(firsts);
      sources = List.copyOf(sources);
    }
  }

  /// The query is wrong; the other questions are answered all the same.
  public record Wrong(Question question, List<Fault> faults) implements Result {
    public Wrong {
      Objects.requireNonNull(question);
      faults = List.copyOf(faults);
    }
  }

  /// The answers, in the order of the questions.
  ///
  /// @param within filters and period that hold for all of them; its query is ignored
  public List<Result> answer(List<Question> questions, SearchRequest within) throws IOException {
    if (questions.size() > MOST) {
      throw new IllegalArgumentException("more than " + MOST + " questions");
    }
    List<Result> results = new ArrayList<>();
    for (Question question : questions) {
      results.add(
          switch (search.sources().read(question.q(), within.breakdown().zone())) {
            case ParseOutcome.Rejected rejected -> new Wrong(question, rejected.faults());
            case ParseOutcome.Parsed parsed -> answered(question, parsed, within);
          });
    }
    return results;
  }

  private Result answered(Question question, ParseOutcome.Parsed parsed, SearchRequest within)
      throws IOException {
    try {
      return answer(question, parsed, within);
    } catch (TooWide wide) {
      int end = question.q().length();
      return new Wrong(question, List.of(new Fault(0, end, wide.english(), wide.russian())));
    }
  }

  private Answered answer(Question question, ParseOutcome.Parsed parsed, SearchRequest within)
      throws IOException {
    SearchRequest request =
        SearchRequest.of(question.q(), parsed.query())
            .with(within.filters())
            .with(within.period())
            .with(new SearchRequest.Show(true, false));
    Breakdown sources =
        new Breakdown(
            List.of(Dimension.SOURCE), SOURCES, Optional.empty(), within.breakdown().zone(), false);
    SearchAnswer all =
        search.search(
            request.with(sources).with(new Listing(Sort.OLDEST, false, FIRSTS, Optional.empty())));
    SearchAnswer groups =
        search.search(request.with(new Listing(Sort.OLDEST, true, 0, Optional.empty())));
    return new Answered(
        question,
        all.total().value(),
        groups.total().value(),
        all.hits(),
        all.facets().getOrDefault("source", List.of()));
  }
}
