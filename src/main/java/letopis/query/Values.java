package letopis.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import letopis.text.Word;
import letopis.text.Words;
import letopis.url.CanonicalUrl;
import letopis.url.WebAddress;

/// Compiles what a field is asked to be: values, addresses, sources, periods.
final class Values {
  private static final List<String> SCHEMES =
      List.of("https://", "http://", "https://www.", "http://www.");

  private static final String AUTHORS = "authors.words";

  private Values() {}

  /// A field with a value.
  static ObjectNode value(Query.Value value) {
    if (value.field().kind() == Field.Kind.ADDRESS) {
      return address(value);
    }
    if (value.field() == Field.AUTHOR) {
      return author(value);
    }
    // Ids, kinds, languages and hosts are kept in small letters; tags have a field that is.
    String field = value.field() == Field.TAG ? "tags.folded" : value.field().indexed();
    String lower = value.value().toLowerCase(Locale.ROOT);
    String small =
        value.field() == Field.DOMAIN && !value.prefix() ? WebAddress.domain(lower) : lower;
    return Json.object(value.prefix() ? "prefix" : "term", Json.object().put(field, small));
  }

  /// Names are indexed by stems. A beginning is that of a stem as it was typed, or has a whole stem
  /// of its own: «Мари» is cut to «мар», as «Мария» is, but begins no «Мартынов».
  private static ObjectNode author(Query.Value value) {
    List<Word> words = Words.of(value.value());
    if (!value.prefix() || words.isEmpty()) {
      return Json.object("match_phrase", Json.object().put(AUTHORS, value.value()));
    }
    Word last = words.getLast();
    if (words.size() == 1) {
      ObjectNode begins = Json.object("prefix", Json.object().put(AUTHORS, last.norm()));
      ObjectNode whole = Json.object("match", Json.object().put(AUTHORS, last.norm()));
      return Json.bestOf(List.of(begins, whole));
    }
    ObjectNode begins = Json.object("prefix", Json.object().put("prefix", last.norm()));
    ObjectNode whole = Json.object("match", Json.object().put("query", last.norm()));
    ObjectNode ends =
        Json.object("any_of", Json.object("intervals", Json.array(List.of(begins, whole))));
    String first = value.value().substring(0, last.start());
    ObjectNode before =
        Json.object(
            "match", Json.object().put("query", first).put("ordered", true).put("max_gaps", 0));
    ObjectNode all = Json.object("intervals", Json.array(List.of(before, ends)));
    all.put("ordered", true).put("max_gaps", 0);
    return Json.object("intervals", Json.object(AUTHORS, Json.object("all_of", all)));
  }

  /// Sources by any of their names.
  static ObjectNode by(Query.By by) {
    List<ObjectNode> any = new ArrayList<>();
    for (String id : by.ids()) {
      any.add(Json.object(by.prefix() ? "prefix" : "term", Json.object().put("source", id)));
    }
    for (String name : by.names()) {
      ObjectNode given = Json.object().put("value", name).put("case_insensitive", true);
      any.add(Json.object(by.prefix() ? "prefix" : "term", Json.object("source_name", given)));
    }
    for (String host : by.hosts()) {
      any.add(Json.object("term", Json.object().put("domain", host)));
    }
    return any.size() == 1 ? any.getFirst() : Json.bool("should", any);
  }

  /// An address with or without its scheme, under any of the names the document has.
  private static ObjectNode address(Query.Value value) {
    Set<String> spellings = new LinkedHashSet<>();
    String typed = value.value();
    String lower = typed.toLowerCase(Locale.ROOT);
    boolean whole = lower.startsWith("http://") || lower.startsWith("https://");
    for (String scheme : whole ? List.of("") : SCHEMES) {
      spellings.add(scheme + typed);
      // As it is kept: escapes in capitals, other scripts escaped, national hosts in ASCII.
      CanonicalUrl.parse(scheme + typed).map(CanonicalUrl::value).ifPresent(spellings::add);
    }
    List<ObjectNode> any = new ArrayList<>();
    for (String field : List.of("url", "canonical_url", "aliases")) {
      if (value.prefix()) {
        spellings.forEach(
            spelling -> any.add(Json.object("prefix", Json.object().put(field, spelling))));
      } else {
        ObjectNode terms = Json.object();
        spellings.forEach(terms.putArray(field)::add);
        any.add(Json.object("terms", terms));
      }
    }
    return Json.bool("should", any);
  }

  /// A period of publication.
  static ObjectNode range(Query.Range range) {
    ObjectNode bounds = Json.object();
    range.from().ifPresent(from -> bounds.put("gte", from.toString()));
    range.until().ifPresent(until -> bounds.put("lt", until.toString()));
    ObjectNode within = Json.object("range", Json.object(range.field().indexed(), bounds));
    ObjectNode bool = Json.object("filter", Json.array(List.of(within)));
    bool.set("must_not", Json.array(List.of(Undated.condition())));
    return Json.object("bool", bool);
  }
}
