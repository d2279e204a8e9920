package letopis.bench.feeds;

import java.util.stream.Collectors;
import letopis.document.Attribution;
import letopis.document.Image;
import letopis.parse.Entry;

/// Fields of an entry as one text, to be compared with what a capture says.
final class EntryFields {
  private EntryFields() {}

  static String images(Entry entry) {
    return entry.images().stream().map(Image::url).collect(Collectors.joining("\n"));
  }

  static String files(Entry entry) {
    return entry.enclosures().stream().map(Entry.Enclosure::url).collect(Collectors.joining("\n"));
  }

  static String mark(Entry entry, Entry.Mark mark) {
    return entry.marks().contains(mark) ? mark.label() : "not";
  }

  static String count(Entry entry, Attribution.How how) {
    return entry.attributions().stream().filter(one -> one.how() == how).count() + "";
  }

  static String named(Entry entry, Attribution.How how) {
    return entry.attributions().stream()
        .filter(one -> one.how() == how)
        .map(Attribution::name)
        .collect(Collectors.joining("\n"));
  }

  static String linked(Entry entry, Attribution.How how) {
    return entry.attributions().stream()
        .filter(one -> one.how() == how)
        .flatMap(one -> one.url().stream())
        .collect(Collectors.joining("\n"));
  }
}
