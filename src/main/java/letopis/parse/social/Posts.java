package letopis.parse.social;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Attribution;
import letopis.document.Claimed;
import letopis.document.Image;
import letopis.document.Precision;
import letopis.document.PublishedFrom;
import letopis.parse.Entry;
import letopis.parse.FeedResult;
import letopis.parse.feed.PlainText;
import org.jsoup.Jsoup;

/// What the readers of all platforms share: posts have no titles, are whole publications, and are
/// dated by the platform's clock.
final class Posts {
  private static final int TITLE = 120;
  private static final Pattern COUNT = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*([KkMmКкМм]?).*");

  private Posts() {}

  /// A post under construction.
  static final class Draft {
    final String id;
    Optional<String> url = Optional.empty();
    String html = "";
    Optional<String> title = Optional.empty();
    Optional<Claimed> published = Optional.empty();
    Optional<Instant> updated = Optional.empty();
    final List<String> authors = new ArrayList<>();
    final List<String> categories = new ArrayList<>();
    final List<Entry.Enclosure> enclosures = new ArrayList<>();
    final List<Image> images = new ArrayList<>();
    final List<Attribution> attributions = new ArrayList<>();
    Optional<String> lang = Optional.empty();
    long views = -1;
    final Set<Entry.Mark> marks = EnumSet.noneOf(Entry.Mark.class);

    Draft(String id) {
      this.id = id;
    }

    Entry entry() {
      return new Entry(
          id,
          url,
          title.orElseGet(() -> Posts.title(html)),
          "",
          html,
          true,
          published,
          updated,
          authors,
          categories,
          enclosures,
          images.stream().distinct().toList(),
          attributions,
          lang,
          views,
          marks);
    }
  }

  /// The first line of a post, cut at a word.
  static String title(String html) {
    String text = PlainText.withLines(Jsoup.parseBodyFragment(html).body());
    String line = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    if (line.length() <= TITLE) {
      return line;
    }
    int space = line.lastIndexOf(' ', TITLE);
    return line.substring(0, space > TITLE / 2 ? space : TITLE).strip() + "…";
  }

  static Claimed platformTime(Instant at) {
    return new Claimed(at, PublishedFrom.PLATFORM, Precision.SECOND, Optional.of(ZoneOffset.UTC));
  }

  /// `12.3K`, `1,2M`, `987`; -1 when it is no number.
  static long count(String written) {
    Matcher matcher = COUNT.matcher(written.strip());
    if (!matcher.matches()) {
      return -1;
    }
    double number = Double.parseDouble(matcher.group(1).replace(',', '.'));
    return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
      case "k", "к" -> Math.round(number * 1_000);
      case "m", "м" -> Math.round(number * 1_000_000);
      default -> Math.round(number);
    };
  }

  static FeedResult.Feed feed(
      String format,
      Optional<String> title,
      Optional<String> home,
      List<Entry> entries,
      Optional<String> older,
      List<String> warnings) {
    return new FeedResult.Feed(
        format,
        title,
        home,
        Optional.empty(),
        entries,
        Optional.empty(),
        List.of(),
        older,
        warnings);
  }
}
