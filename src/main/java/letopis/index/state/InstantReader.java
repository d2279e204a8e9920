package letopis.index.state;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// Reads the times of records in the form in which we write them, `2026-11-28T23:30:00Z` with or
/// without milliseconds; all other forms are left to Jackson, whose reader costs several times as
/// much. The record of a page has some twenty times.
public final class InstantReader extends StdDeserializer<Instant> {
  private static final String SECONDS = "0000-00-00T00:00:00Z";
  private static final String MILLIS = "0000-00-00T00:00:00.000Z";
  private static final int PER_MILLI = 1_000_000;

  private static final long serialVersionUID = 1;

  private InstantReader() {
    super(Instant.class);
  }

  /// To be added behind the module of `java.time`.
  public static Module module() {
    return new SimpleModule().addDeserializer(Instant.class, new InstantReader());
  }

  @Override
  public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
    Optional<Instant> ours =
        in.hasToken(JsonToken.VALUE_STRING) ? read(in.getText()) : Optional.empty();
    return ours.isPresent() ? ours.get() : InstantDeserializer.INSTANT.deserialize(in, context);
  }

  /// Empty for every other form.
  static Optional<Instant> read(String text) {
    if (!is(MILLIS, text) && !is(SECONDS, text)) {
      return Optional.empty();
    }
    try {
      int millis = text.length() == MILLIS.length() ? number(text, 20, 23) : 0;
      LocalDateTime time =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              millis * PER_MILLI);
      return Optional.of(time.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static boolean is(String shape, String text) {
    boolean same = text.length() == shape.length();
    for (int i = 0; i < shape.length() && same; i++) {
      char c = text.charAt(i);
      same = shape.charAt(i) == '0' ? c >= '0' && c <= '9' : c == shape.charAt(i);
    }
    return same;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
