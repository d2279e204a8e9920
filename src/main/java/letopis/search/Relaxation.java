package letopis.search;

import java.util.List;
import java.util.Optional;
import letopis.query.PlainText;
import letopis.query.Query;
import letopis.search.SearchRequest.Breakdown;
import letopis.search.SearchRequest.Listing;
import letopis.search.SearchRequest.Sort;

/// What to look for besides when hardly a document has all words of a pasted text: those that have
/// most of them. Shown apart and counted apart, so that a count stays what its query says.
final class Relaxation {
  /// Of fewer words each was typed on purpose.
  private static final int FEWEST_WORDS = 4;

  private Relaxation() {}

  /// The search for documents that have most of the words but not all; empty where the query is
  /// more than words and phrases, where there are hits enough, and on later pages.
  ///
  /// @param found how many documents have all of the words
  static Optional<SearchRequest> of(SearchRequest request, long found) {
    Listing listing = request.listing();
    boolean enough =
        found >= listing.size() || listing.sort() != Sort.RELEVANCE || listing.cursor().isPresent();
    if (enough
        || !isText(request.query())
        || !(PlainText.query(request.q()) instanceof Query.Best most)
        || most.words().size() < FEWEST_WORDS) {
      return Optional.empty();
    }
    Query all = request.query();
    Query rest = new Query.And(List.of(most, new Query.Not(all, all.span())), all.span());
    return Optional.of(
        new SearchRequest(
            request.q(),
            rest,
            request.filters(),
            request.period(),
            listing,
            Breakdown.NONE,
            request.show()));
  }

  private static boolean isText(Query query) {
    return switch (query) {
      case Query.And and -> and.parts().stream().allMatch(Relaxation::isText);
      case Query.Word word -> word.form() == Query.Form.ANY;
      case Query.Phrase _ -> true;
      default -> false;
    };
  }
}
