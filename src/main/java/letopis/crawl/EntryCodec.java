package letopis.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import letopis.index.EntryState;
import letopis.index.EntryStates;
import letopis.index.RecordJson;
import letopis.parse.Entry;

/// Entries and their states as JSON, for the journal and the entry index.
final class EntryCodec {
  private EntryCodec() {}

  static String toJson(Entry entry) {
    try {
      return RecordJson.MAPPER.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of ours cannot be written", e);
    }
  }

  static Entry entry(EntryState state) {
    try {
      return RecordJson.MAPPER.readValue(state.entry(), Entry.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an entry that we wrote", e);
    }
  }

  /// Whether the listing has all of it, as that of a channel: there is no page to look at.
  static boolean isWhole(EntryState state) {
    return state.entry().contains("\"complete\":true") && entry(state).complete();
  }

  static EntryState state(JsonNode json) {
    return EntryStates.of(json);
  }

  /// The hash of what was listed: a difference means that the entry deserves another look. Views
  /// change all the time and count for nothing.
  static String hash(Entry entry) {
    return Changes.textHash(
        String.join(
            "\n",
            List.of(
                entry.title(),
                entry.summary(),
                entry.content(),
                entry.updated().map(Object::toString).orElse(""))));
  }
}
