package letopis.crawl.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import letopis.crawl.filing.Changes;
import letopis.index.state.EntryState;
import letopis.index.state.EntryStates;
import letopis.index.state.RecordJson;
import letopis.parse.Entry;

/// Entries and their states as JSON, for the journal and the entry index.
public final class EntryCodec {
  private EntryCodec() {}

  /// An entry as text.
  public static String toJson(Entry entry) {
    try {
      return RecordJson.MAPPER.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of ours cannot be written", e);
    }
  }

  /// The entry that a state was made of.
  public static Entry entry(EntryState state) {
    try {
      return RecordJson.MAPPER.readValue(state.entry(), Entry.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not an entry that we wrote", e);
    }
  }

  /// Whether the listing has all of it, as that of a channel: there is no page to look at.
  public static boolean isWhole(EntryState state) {
    return state.entry().contains("\"complete\":true") && entry(state).complete();
  }

  /// A state as a line of the journal has it.
  public static EntryState state(JsonNode json) {
    return EntryStates.of(json);
  }

  /// The hash of what was listed: a difference means that the entry deserves another look. Views
  /// change all the time and count for nothing.
  public static String hash(Entry entry) {
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
