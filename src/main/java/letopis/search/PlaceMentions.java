package letopis.search;

import java.util.ArrayList;
import java.util.List;
import letopis.query.Inflections;
import letopis.query.Query;
import letopis.sources.Place;
import letopis.text.Span;
import letopis.text.Words;

/// What a text must have to mention a place of the gazetteer: one of its names, in any form. The
/// index does not know capitals, so a name that is an ordinary word too (Свободный, Прогресс) is
/// one only beside a word for what it is («город Свободный»), or in a text that mentions another
/// place of the same region.
final class PlaceMentions {
  private static final Span NOWHERE = new Span(0, 0);

  private static final List<String> KINDS =
      List.of(
          "город",
          "г",
          "городок",
          "посёлок",
          "пос",
          "п",
          "пгт",
          "село",
          "с",
          "деревня",
          "станица",
          "станция",
          "хутор",
          "аул",
          "район",
          "округ",
          "космодром");

  private final List<Place> gazetteer;
  private final Inflections dictionary;

  PlaceMentions(List<Place> gazetteer, Inflections dictionary) {
    this.gazetteer = gazetteer;
    this.dictionary = dictionary;
  }

  Query of(Place place) {
    List<Query> mentions = new ArrayList<>();
    for (String name : names(place)) {
      if (isOrdinary(name)) {
        mentions.addAll(inContext(place, word(name)));
      } else {
        mentions.add(written(name));
      }
    }
    return any(mentions);
  }

  private List<Query> inContext(Place place, Query.Word name) {
    List<Query> mentions = new ArrayList<>();
    KINDS.forEach(kind -> mentions.add(new Query.Phrase(List.of(word(kind), name), 0, NOWHERE)));
    List<Query> others =
        gazetteer.stream()
            .filter(other -> !other.equals(place) && ofOneRegion(place, other))
            .flatMap(other -> names(other).stream())
            .filter(other -> !isOrdinary(other))
            .map(PlaceMentions::written)
            .toList();
    if (!others.isEmpty()) {
      mentions.add(new Query.And(List.of(name, any(others)), NOWHERE));
    }
    return mentions;
  }

  private static boolean ofOneRegion(Place one, Place other) {
    return other.within().equals(one.within())
        || one.within().filter(other.id()::equals).isPresent()
        || other.within().filter(one.id()::equals).isPresent();
  }

  private boolean isOrdinary(String name) {
    List<letopis.text.Word> words = Words.of(name);
    return words.size() == 1 && dictionary.isOrdinary(words.getFirst().norm());
  }

  private static List<String> names(Place place) {
    List<String> names = new ArrayList<>();
    names.add(place.name());
    names.addAll(place.variants());
    return names;
  }

  private static Query any(List<Query> queries) {
    return queries.size() == 1 ? queries.getFirst() : new Query.Or(queries, NOWHERE);
  }

  private static Query written(String name) {
    List<Query.Word> words =
        Words.of(name).stream().map(w -> word(name.substring(w.start(), w.end()))).toList();
    return words.size() == 1 ? words.getFirst() : new Query.Phrase(words, 0, NOWHERE);
  }

  private static Query.Word word(String text) {
    return new Query.Word(text, Query.Form.ANY, NOWHERE);
  }
}
