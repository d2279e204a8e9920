package letopis.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import letopis.index.EntryState;
import letopis.index.EntryStates;
import letopis.index.InstantReader;
import letopis.parse.Entry;

/// Entries and their states as JSON, for the journal and the entry index.
final class EntryCodec {
  /// Writes times as text, as they are in the index.
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(InstantReader.module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private EntryCodec() {}

  static String toJson(Entry entry) {
    try {
      return JSON.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry of ours cannot be written", e);
    }
  }

  static Entry entry(EntryState state) {
    try {
      return JSON.readValue(state.entry(), Entry.class);
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
