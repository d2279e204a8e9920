package letopis.api.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import letopis.api.http.BodyReader;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Language;
import letopis.api.http.Params;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.search.Batch;
import letopis.search.Export;
import letopis.search.Hit;
import letopis.search.SearchAnswer;
import letopis.search.SearchRequest;
import letopis.search.SourceLookup;

/// Many questions at once: for each the count, the first documents, the top sources.
public final class BatchEndpoints {
  private static final int MAX_ID = 200;

  private final Batch batch;
  private final SourceLookup sources;

  public BatchEndpoints(Batch batch, SourceLookup sources) {
    this.sources = sources;
    this.batch = batch;
  }

  public Reply batch(Call call) throws IOException {
    Params params = call.params();
    SearchRequest within = SearchParams.filtersOnly(params, sources);
    String format = params.choice("format", List.of("json", "csv")).orElse("json");
    List<Fault> faults = new ArrayList<>(params.finish());
    return switch (call.object()) {
      case Call.BodyResult.Bad(Problem problem) -> Reply.refused(problem);
      case Call.BodyResult.Ok(ObjectNode body) -> {
        List<Batch.Question> questions = questions(body, call, faults);
        if (!faults.isEmpty()) {
          yield Reply.refused(Problem.invalid(faults));
        }
        List<Batch.Result> results = batch.answer(questions, within);
        yield format.equals("csv") ? csv(results) : json(results, call.language());
      }
    };
  }

  /// The list `queries`: each a text, or an object with `q` and an `id` to be echoed.
  private static List<Batch.Question> questions(ObjectNode body, Call call, List<Fault> faults) {
    BodyReader reader = new BodyReader(body, "", call.at());
    JsonNode list = reader.any("queries");
    faults.addAll(reader.finish());
    if (!list.isArray() || list.isEmpty() || list.size() > Batch.MOST) {
      faults.add(
          new Fault(
              "/queries",
              new Wording(
                  "a list of 1 to " + Batch.MOST + " queries is expected",
                  "нужен список от 1 до " + Batch.MOST + " запросов")));
      return List.of();
    }
    List<Batch.Question> questions = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      question(list.get(i), "/queries/" + i, call, faults).ifPresent(questions::add);
    }
    return questions;
  }

  private static Optional<Batch.Question> question(
      JsonNode one, String at, Call call, List<Fault> faults) {
    String number = at.substring(at.lastIndexOf('/') + 1);
    if (one.isTextual() && one.asText().length() <= SearchParams.MAX_QUERY) {
      return Optional.of(new Batch.Question(number, one.asText()));
    }
    if (!(one instanceof ObjectNode object)) {
      faults.add(
          new Fault(
              at, new Wording("a query or an object is expected", "нужен запрос или объект")));
      return Optional.empty();
    }
    BodyReader reader = new BodyReader(object, at, call.at());
    String q = reader.required("q", SearchParams.MAX_QUERY);
    String id = reader.text("id", MAX_ID).orElse(number);
    faults.addAll(reader.finish());
    return Optional.of(new Batch.Question(id, q));
  }

  private static Reply json(List<Batch.Result> results, Language language) {
    ObjectNode body = Call.JSON.createObjectNode();
    ArrayNode list = body.putArray("results");
    for (Batch.Result result : results) {
      ObjectNode one = list.addObject();
      one.put("id", result.question().id()).put("q", result.question().q());
      switch (result) {
        case Batch.Answered answered -> {
          one.put("count", answered.count()).put("groups", answered.groups());
          one.set("firsts", Call.JSON.valueToTree(answered.firsts()));
          one.set("sources", Call.JSON.valueToTree(answered.sources()));
        }
        case Batch.Wrong wrong -> {
          ArrayNode errors = one.putArray("errors");
          for (letopis.query.Fault fault : wrong.faults()) {
            errors
                .addObject()
                .put("parameter", "q")
                .put("position", fault.position())
                .put("message", fault.message(language.locale()));
          }
        }
      }
    }
    return Reply.json(body);
  }

  /// RFC 4180 with a byte order mark, as Excel wants it.
  private static Reply csv(List<Batch.Result> results) {
    StringBuilder csv = new StringBuilder("\ufeff");
    csv.append("id,q,count,groups,first_published_at,first_url,sources,error\r\n");
    for (Batch.Result result : results) {
      List<String> cells = new ArrayList<>();
      cells.add(result.question().id());
      cells.add(result.question().q());
      switch (result) {
        case Batch.Answered answered -> {
          Optional<Hit> first = answered.firsts().stream().findFirst();
          cells.add(Long.toString(answered.count()));
          cells.add(Long.toString(answered.groups()));
          cells.add(first.map(Hit::publishedAt).orElse(""));
          cells.add(first.map(Hit::url).orElse(""));
          cells.add(
              answered.sources().stream()
                  .map(BatchEndpoints::counted)
                  .collect(Collectors.joining("; ")));
          cells.add("");
        }
        case Batch.Wrong wrong ->
            cells.addAll(List.of("", "", "", "", "", wrong.faults().getFirst().english()));
      }
      csv.append(cells.stream().map(Export::cell).collect(Collectors.joining(",")));
      csv.append("\r\n");
    }
    return new Reply.Bytes(
        200,
        "text/csv; charset=utf-8",
        csv.toString().getBytes(StandardCharsets.UTF_8),
        Optional.empty(),
        Map.of("Content-Disposition", "attachment; filename=\"letopis-batch.csv\""));
  }

  private static String counted(SearchAnswer.Facet source) {
    return source.label() + " " + source.count();
  }
}
