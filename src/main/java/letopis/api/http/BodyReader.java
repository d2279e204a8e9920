package letopis.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads a JSON object as [Params] reads a query string: every fault is collected, and a field that
/// nobody read is one.
public final class BodyReader {
  private final ObjectNode body;
  private final String at;
  private final Instant now;
  private final Set<String> known = new TreeSet<>();
  private final List<Fault> faults = new ArrayList<>();

  /// @param at JSON Pointer of the object in the request's body; empty for the whole
  public BodyReader(ObjectNode body, String at, Instant now) {
    this.body = body;
    this.at = at;
    this.now = now;
  }

  /// A text; absent when not given, null or blank.
  public Optional<String> text(String name, int maxLength) {
    known.add(name);
    JsonNode value = body.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      fault(name, new Wording("a text is expected", "нужен текст"));
      return Optional.empty();
    }
    if (value.asText().length() > maxLength) {
      fault(
          name,
          new Wording(
              "longer than " + maxLength + " characters", "длиннее " + maxLength + " знаков"));
      return Optional.empty();
    }
    return Optional.of(value.asText()).filter(text -> !text.isBlank());
  }

  /// A text that must be there.
  public String required(String name, int maxLength) {
    int before = faults.size();
    Optional<String> value = text(name, maxLength);
    if (value.isEmpty() && faults.size() == before) {
      fault(name, new Wording("is required", "обязателен"));
    }
    return value.orElse("");
  }

  /// A time, written as in a query string; days are those of UTC.
  public Optional<Instant> time(String name, boolean end) {
    Optional<String> value = text(name, 100);
    Optional<Instant> time =
        value.flatMap(text -> RequestTime.parse(text, ZoneOffset.UTC, end, now));
    if (value.isPresent() && time.isEmpty()) {
      fault(
          name, new Wording("a date, a time or an age is expected", "нужна дата, время или срок"));
    }
    return time;
  }

  /// A list of texts; empty when not given or null.
  ///
  /// @param most values
  public List<String> texts(String name, int most, int maxLength) {
    known.add(name);
    JsonNode value = body.path(name);
    List<String> texts = new ArrayList<>();
    value.forEach(one -> texts.add(one.isTextual() ? one.asText() : ""));
    boolean list = value.isMissingNode() || value.isNull() || value.isArray();
    boolean good = texts.stream().noneMatch(one -> one.isBlank() || one.length() > maxLength);
    if (!list || !good || texts.size() > most) {
      fault(
          name,
          new Wording(
              "a list of at most " + most + " texts is expected",
              "нужен список, не больше " + most + " строк"));
      return List.of();
    }
    return texts;
  }

  /// A yes or no; absent when not given or null.
  public Optional<Boolean> flag(String name) {
    known.add(name);
    JsonNode value = body.path(name);
    if (!value.isBoolean() && !value.isMissingNode() && !value.isNull()) {
      fault(name, new Wording("true or false is expected", "нужно true или false"));
    }
    return value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
  }

  /// A field that is passed on as it is.
  public JsonNode any(String name) {
    known.add(name);
    return body.path(name);
  }

  /// A fault that a reader of an inner object found.
  public void fault(Fault fault) {
    faults.add(fault);
  }

  public void fault(String name, Wording message) {
    faults.add(new Fault(at + "/" + name, message));
  }

  /// Every fault.
  public List<Fault> finish() {
    List<Fault> all = new ArrayList<>(faults);
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
                all.add(
                    new Fault(at + "/" + shown, new Wording("no such field", "такого поля нет")));
              }
            });
    return all;
  }
}
