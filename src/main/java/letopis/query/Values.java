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

  /// As many clauses as any Elasticsearch takes.
  private static final int MOST_BEGINNINGS = 1_024;

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

  /// A beginning is one of a stem, as names are indexed by; Elasticsearch's own phrase with a
  /// beginning takes some fifty of the names that have it and leaves out the others.
  private static ObjectNode author(Query.Value value) {
    List<Word> words = Words.of(value.value());
    if (!value.prefix() || words.size() != 1) {
      ObjectNode phrase = Json.object().put("query", value.value());
      return value.prefix()
          ? Json.object(
              "match_phrase_prefix",
              Json.object(AUTHORS, phrase.put("max_expansions", MOST_BEGINNINGS)))
          : Json.object("match_phrase", Json.object().put(AUTHORS, value.value()));
    }
    return Json.object("prefix", Json.object().put(AUTHORS, words.getFirst().stem()));
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
