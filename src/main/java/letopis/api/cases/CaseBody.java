package letopis.api.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import letopis.api.http.BodyReader;
import letopis.api.http.Fault;
import letopis.api.http.Wording;
import letopis.text.Languages;
import letopis.trace.cases.Case;
import letopis.trace.cases.Cases;
import letopis.trace.cases.Rating;

/// Reads a case as people write it; every fault is collected.
final class CaseBody {
  static final int MAX_CLAIM = 100_000;
  static final int MAX_NOTES = 50_000;
  static final int MAX_NOTE = 2_000;
  static final int MAX_LABEL = 200;
  private static final int MAX_URL = 2_000;
  private static final Set<String> FIELDS = Set.of("title", "lead", "body");
  private static final Wording EXPECTED_OBJECT =
      new Wording("a JSON object is expected", "нужен объект JSON");

  private final List<Fault> faults = new ArrayList<>();
  private final Instant now;

  private CaseBody(Instant now) {
    this.now = now;
  }

  /// What was read, or why not.
  sealed interface Read {
    record Right(Case.Draft draft) implements Read {}

    record Wrong(List<Fault> faults) implements Read {}
  }

  static Read read(ObjectNode body, Instant now) {
    return new CaseBody(now).read(body);
  }

  private Read read(ObjectNode body) {
    BodyReader reader = new BodyReader(body, "", now);
    String claim = reader.required("claim", MAX_CLAIM);
    Optional<String> lang = reader.text("lang", 8);
    Case.Draft draft =
        new Case.Draft(
            claim,
            lang.orElseGet(() -> Languages.of(claim)),
            appearances(reader.any("appearances")),
            reader.text("notes", MAX_NOTES).orElse(""),
            verdict(reader.any("verdict")),
            review(reader.any("review")));
    List<Fault> all = new ArrayList<>(reader.finish());
    all.addAll(faults);
    return all.isEmpty() ? new Read.Right(draft) : new Read.Wrong(all);
  }

  private List<Case.Chosen> appearances(JsonNode list) {
    List<Case.Chosen> chosen = new ArrayList<>();
    if (list.isMissingNode() || list.isNull()) {
      return chosen;
    }
    if (!list.isArray() || list.size() > Cases.MOST_APPEARANCES) {
      String most = Integer.toString(Cases.MOST_APPEARANCES);
      fault(
          "/appearances",
          new Wording(
              "a list of at most " + most + " is expected", "нужен список не длиннее " + most));
      return chosen;
    }
    for (int i = 0; i < list.size(); i++) {
      object(list.get(i), "/appearances/" + i).map(this::chosen).ifPresent(chosen::add);
    }
    return chosen;
  }

  private Case.Chosen chosen(BodyReader reader) {
    String document = reader.required("document", 64);
    int revision = number(reader, "revision", 1, Case.Chosen.CURRENT);
    String field = reader.text("field", 10).orElse("body");
    if (!FIELDS.contains(field)) {
      reader.fault("field", new Wording("title, lead or body", "title, lead или body"));
    }
    int start = number(reader, "start", 0, 0);
    int end = number(reader, "end", 0, 0);
    String note = reader.text("note", MAX_NOTE).orElse("");
    faults.addAll(reader.finish());
    return new Case.Chosen(document, revision, field, start, end, note);
  }

  private static int number(BodyReader reader, String name, int least, int absent) {
    JsonNode value = reader.any(name);
    if (value.isMissingNode() || value.isNull()) {
      return absent;
    }
    if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < least) {
      reader.fault(
          name,
          new Wording(
              "a whole number of at least " + least + " is expected",
              "нужно целое число не меньше " + least));
      return absent;
    }
    return value.intValue();
  }

  private Optional<Case.Verdict> verdict(JsonNode node) {
    return object(node, "/verdict").flatMap(this::verdict);
  }

  private Optional<Case.Verdict> verdict(BodyReader reader) {
    String label = reader.required("rating", 20);
    Optional<Rating> rating = Rating.of(label);
    if (!label.isEmpty() && rating.isEmpty()) {
      String known = "false, mostly-false, mixed, mostly-true, true, unproven";
      reader.fault(
          "rating", new Wording("one of " + known + " is expected", "нужно одно из " + known));
    }
    String words = reader.text("label", MAX_LABEL).orElse("");
    String explanation = reader.text("explanation", MAX_NOTES).orElse("");
    faults.addAll(reader.finish());
    return rating.map(one -> new Case.Verdict(one, words, explanation));
  }

  private Case.Review review(JsonNode node) {
    return object(node, "/review").map(this::review).orElse(Case.Review.NONE);
  }

  private Case.Review review(BodyReader reader) {
    Case.Review review =
        new Case.Review(
            reader.text("author", MAX_LABEL).orElse(""),
            address(reader, "author_url"),
            address(reader, "url"));
    faults.addAll(reader.finish());
    return review;
  }

  private static Optional<String> address(BodyReader reader, String name) {
    Optional<String> text = reader.text(name, MAX_URL).map(String::strip);
    if (text.isPresent() && !isAddress(text.get())) {
      reader.fault(name, new Wording("not an http address", "не адрес http"));
      return Optional.empty();
    }
    return text;
  }

  static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<BodyReader> object(JsonNode node, String at) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (node instanceof ObjectNode object) {
      return Optional.of(new BodyReader(object, at, now));
    }
    fault(at, EXPECTED_OBJECT);
    return Optional.empty();
  }

  private void fault(String pointer, Wording message) {
    faults.add(new Fault(pointer, message));
  }
}
