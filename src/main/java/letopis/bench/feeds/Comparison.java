package letopis.bench.feeds;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import letopis.document.Claimed;
import letopis.parse.Entry;
import letopis.parse.FeedResult;
import letopis.parse.feed.Links;
import letopis.parse.source.SourceReader;
import org.jsoup.Jsoup;

/// Counts how often a field of an entry is what a set expects, and keeps what was not.
final class Comparison {
  private static final int BRIEF = 90;

  private final SourceReader reader;
  private final Map<String, Count> counts = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();

  Comparison(SourceReader reader) {
    this.reader = reader;
  }

  /// Expected values of one field, and how many of them we have.
  record Count(int expected, int equal) {
    Count plus(boolean same) {
      return new Count(expected + 1, equal + (same ? 1 : 0));
    }
  }

  /// By set and field.
  Map<String, Count> counts() {
    return counts;
  }

  /// All fields together.
  Count all() {
    return counts.values().stream()
        .reduce(
            new Count(0, 0),
            (one, other) ->
                new Count(one.expected() + other.expected(), one.equal() + other.equal()));
  }

  /// Each value that differs, with what was expected and what was read.
  List<String> differences() {
    return differences;
  }

  /// The entries of a file; none when it is refused.
  List<Entry> entries(String name, byte[] bytes, Optional<String> contentType) {
    URI base =
        URI.create("http://127.0.0.1:8097/" + name.replaceFirst(".*?/", "").replace(" ", "%20"));
    return entries(bytes, contentType, base);
  }

  /// The entries of an answer; none when it is refused.
  List<Entry> entries(byte[] bytes, Optional<String> contentType, URI base) {
    return switch (reader.read(FeedSuites.input(bytes, contentType, base))) {
      case FeedResult.Feed feed -> feed.entries();
      case FeedResult.NotAFeed _ -> List.of();
    };
  }

  /// Compares the fields of one entry.
  ///
  /// @param at where it stands
  Of of(String set, String at, Optional<Entry> entry) {
    return new Of(set, at, entry);
  }

  /// One entry on our side; an expectation that is empty expects nothing.
  final class Of {
    private final String set;
    private final String at;
    private final Optional<Entry> entry;

    private Of(String set, String at, Optional<Entry> entry) {
      this.set = set;
      this.at = at;
      this.entry = entry;
    }

    Of title(String expected) {
      return words("title", expected, entry.map(Entry::title));
    }

    Of summary(String expected) {
      return words("summary", expected, entry.map(Entry::summary));
    }

    /// The summary, or the full text of an entry that has no other.
    Of summaryOrContent(String expected) {
      return words(
          "summary",
          expected,
          entry.map(one -> one.summary().isEmpty() ? one.content() : one.summary()));
    }

    Of content(String expected) {
      return words("content", expected, entry.map(Entry::content));
    }

    /// The full text, or the summary of an entry that has no other.
    Of contentOrSummary(String expected) {
      return words(
          "content",
          expected,
          entry.map(one -> one.content().isEmpty() ? one.summary() : one.content()));
    }

    Of url(String expected) {
      return link("url", expected, entry.map(one -> one.url().orElse("")));
    }

    Of id(String expected) {
      return link("id", expected, entry.map(Entry::id));
    }

    Of author(int index, String expected) {
      return words(
          "author",
          expected,
          entry.map(one -> one.authors().size() > index ? one.authors().get(index) : ""));
    }

    Of published(String expected) {
      return instant("published", expected, entry.flatMap(Entry::published).map(Claimed::at));
    }

    Of updated(String expected) {
      return instant("updated", expected, entry.flatMap(Entry::updated));
    }

    /// Any other field, with all its values as one text.
    Of field(String field, String expected, Function<Entry, String> value) {
      return words(field, expected, entry.map(value));
    }

    private Of words(String field, String expected, Optional<String> ours) {
      String wanted = letters(expected);
      boolean same =
          ours.filter(
                  text ->
                      letters(text).equals(wanted)
                          || text.replaceAll("[\\s\\u00a0]+", "").equals(wanted))
              .isPresent();
      return count(field, expected, ours.orElse("no entry"), same);
    }

    private Of link(String field, String expected, Optional<String> ours) {
      boolean same =
          ours.filter(
                  link ->
                      link.equals(expected)
                          || link.equals(Links.resolve(FeedSuites.BASE, expected).orElse(expected)))
              .isPresent();
      return count(field, expected, ours.orElse("no entry"), same);
    }

    private Of instant(String field, String expected, Optional<Instant> ours) {
      if (expected.isEmpty()) {
        return this;
      }
      Instant wanted = OffsetDateTime.parse(expected).toInstant().truncatedTo(ChronoUnit.SECONDS);
      return count(field, expected, ours.toString(), ours.filter(wanted::equals).isPresent());
    }

    private Of count(String field, String expected, String ours, boolean same) {
      if (!expected.isEmpty()) {
        String key = set + " " + field;
        counts.put(key, counts.getOrDefault(key, new Count(0, 0)).plus(same));
        if (!same) {
          differences.add(
              "%s %s: expected «%s», got «%s»".formatted(key, at, brief(expected), brief(ours)));
        }
      }
      return this;
    }
  }

  private static String letters(String html) {
    return Jsoup.parseBodyFragment(html).text().replaceAll("[\\s\\u00a0]+", "");
  }

  private static String brief(String text) {
    return text.substring(0, Math.min(text.length(), BRIEF)).replaceAll("\\s+", " ").strip();
  }
}
