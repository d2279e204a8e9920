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
import letopis.parse.Entry;

/// Entries and their states as JSON, for the journal and the entry index.
final class EntryCodec {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private EntryCodec() {}

  static JsonNode toJson(Entry entry) {
    return JSON.valueToTree(entry);
  }

  static Entry entry(EntryState state) {
    return read(state.entry(), Entry.class);
  }

  static JsonNode toJson(EntryState state) {
    return JSON.valueToTree(state);
  }

  static EntryState state(JsonNode json) {
    return read(json, EntryState.class);
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

  private static <T> T read(JsonNode json, Class<T> type) {
    try {
      return JSON.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a " + type.getSimpleName() + " that we wrote", e);
    }
  }
}
