package letopis.crawl.filing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.report.CrawlOutcome;
import letopis.document.ClaimReview;
import letopis.document.Document;

/// What a look at one address found, before it is set against the archive.
public sealed interface Finding {
  /// A publication.
  ///
  /// @param document as if it were the first version
  /// @param versions how often the page turned to each wording, by [Changes#version]
  /// @param merges whether the same text under another address of the site is the same publication:
  ///     true for pages, false for posts, which may repeat themselves
  /// @param reviews of claims that the page holds as structured data; empty when its entry in a
  ///     listing was read, not the page
  /// @param home the page was asked for, or answered, under the address that it is kept under; a
  ///     page that only names it, as AMP and print pages do, was not
  record Publication(
      Document document,
      Map<String, Integer> versions,
      boolean merges,
      Optional<List<ClaimReview>> reviews,
      boolean home)
      implements Finding {
    public Publication {
      reviews = reviews.map(List::copyOf);
    }
  }

  /// A publication of a file: a wording that the document ever had changes nothing, so that
  /// importing the file again changes nothing either.
  record Record(Document document) implements Finding {}

  /// The document is gone.
  ///
  /// @param since the first look that found it so
  /// @param confirmed a second look agrees
  /// @param addresses those that were asked and answered so; none where it is missing from a list
  record Gone(
      Optional<String> document,
      Instant since,
      boolean confirmed,
      String how,
      Set<String> addresses)
      implements Finding {
    public Gone {
      addresses = Set.copyOf(addresses);
    }
  }

  /// Nothing to file but the outcome itself.
  ///
  /// @param document that the address stands for
  record Nothing(CrawlOutcome outcome, String detail, Optional<String> document)
      implements Finding {}
}
