package letopis.crawl.look;

import letopis.document.DocumentId;
import letopis.parse.Entry;
import letopis.url.CanonicalUrl;

/// The name of an entry: the hash of its canonical address. The feed's own id is not trusted: some
/// give one id to many items, and change it when a title is edited.
final class EntryKey {
  private EntryKey() {}

  static String of(Entry entry) {
    return DocumentId.of(
        entry
            .url()
            .flatMap(CanonicalUrl::parse)
            .map(CanonicalUrl::value)
            .orElseGet(() -> "entry:" + entry.id()));
  }
}
