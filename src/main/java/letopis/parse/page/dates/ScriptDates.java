package letopis.parse.page.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import letopis.document.Claimed;
import letopis.document.PublishedFrom;
import letopis.parse.date.DateText;
import letopis.parse.page.scan.HtmlText;
import org.jsoup.nodes.Element;

/// Dates of publication in the data of a page's scripts: state of a framework (`__NEXT_DATA__`), a
/// tag manager's `dataLayer`, an analytics call.
///
/// Scripts hold data of other articles as well, so that only a day on which all such values agree
/// counts.
final class ScriptDates {
  /// More script than this is not looked through.
  private static final int MOST_CHARS = 3 << 20;

  private static final int MOST_VALUES = 100;

  /// `"datePublished":"…"`, `published_at: '…'`, `\"publishDate\":\"…\"`, with text or
  /// milliseconds.
  private static final Pattern VALUE =
      Pattern.compile(
          "(?:publish|publication|pubdate|pub_date)(?!er)[\\w.:-]{0,24}\\\\{0,2}[\"']?\\s{0,3}[:=,]\\s{0,3}"
              + "(?:\\\\{0,2}[\"']([^\"'\\\\<>{}]{8,40})|(1\\d{9}(?:\\d{3})?)(?!\\d))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OFFSET_TIME =
      Pattern.compile(
          "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?[+-]\\d\\d:?\\d\\d(?!\\d)");

  /// Of `2026-11-23`, which stands before the T.
  private static final int DATE_LENGTH = 10;

  private final List<Element> elements;
  private final DateText text;
  private final List<String> scripts = new ArrayList<>();
  private boolean looked;

  ScriptDates(List<Element> elements, DateText text) {
    this.elements = elements;
    this.text = text;
  }

  /// The one day that the scripts name, at its finest and earliest.
  Optional<Claimed> published() {
    Set<Claimed> claims = all();
    Set<LocalDate> days = new HashSet<>();
    claims.forEach(claim -> days.add(text.day(claim)));
    return days.size() == 1
        ? claims.stream().min(Comparator.comparing(Claimed::precision).thenComparing(Claimed::at))
        : Optional.empty();
  }

  private Set<Claimed> all() {
    Set<Claimed> claims = new LinkedHashSet<>();
    for (String data : scripts()) {
      Matcher m = VALUE.matcher(data).useTransparentBounds(true);
      Pubs pubs = new Pubs(data);
      int at = pubs.next(0);
      while (claims.size() < MOST_VALUES && at >= 0) {
        boolean found = m.region(at, data.length()).lookingAt();
        if (found) {
          String value = m.group(1) == null ? m.group(2) : m.group(1).replace("\\/", "/");
          boolean number = m.group(1) == null;
          text.reading(value, PublishedFrom.META)
              .filter(date -> number || date.yearKnown())
              .ifPresent(date -> claims.add(date.claim()));
        }
        at = pubs.next(found ? m.end() : at + 1);
      }
    }
    return claims;
  }

  /// The places where "pub" stands in any case: all values begin with it.
  private static final class Pubs {
    private final String data;
    private int small = -2;
    private int large = -2;

    Pubs(String data) {
      this.data = data;
    }

    /// The next place, or -1; ask from left to right.
    int next(int from) {
      int at = from + 2;
      while (true) {
        // Each is looked for once: where there is no more of one, none is looked for again.
        small = small == -1 || small >= at ? small : data.indexOf('b', at);
        large = large == -1 || large >= at ? large : data.indexOf('B', at);
        int b = small < 0 ? large : large < 0 ? small : Math.min(small, large);
        if (b < 0) {
          return -1;
        }
        if ((data.charAt(b - 1) | 0x20) == 'u' && (data.charAt(b - 2) | 0x20) == 'p') {
          return b - 2;
        }
        at = b + 1;
      }
    }
  }

  /// Every time that is written with an offset, whatever it is of.
  List<Claimed> withOffset() {
    List<Claimed> claims = new ArrayList<>();
    for (String data : scripts()) {
      Matcher m = OFFSET_TIME.matcher(data).useTransparentBounds(true);
      int from = 0;
      int t = data.indexOf('T', DATE_LENGTH);
      while (claims.size() < MOST_VALUES && t >= 0) {
        int start = t - DATE_LENGTH;
        if (start >= from && m.region(start, data.length()).lookingAt()) {
          text.read(m.group(), PublishedFrom.META).ifPresent(claims::add);
          from = m.end();
        }
        t = data.indexOf('T', t + 1);
      }
    }
    return claims;
  }

  /// Read once, and only for pages that need it: most say all in their metadata.
  private List<String> scripts() {
    if (looked) {
      return scripts;
    }
    looked = true;
    int left = MOST_CHARS;
    for (Element script : elements) {
      String data = HtmlText.data(script);
      left -= data.length();
      if (left > 0) {
        scripts.add(data);
      }
    }
    return scripts;
  }
}
