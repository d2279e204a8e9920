package letopis.api.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Params;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.api.http.Wording;
import letopis.archive.WarcArchive;
import letopis.trace.cases.Case;
import letopis.trace.cases.Cases;
import letopis.trace.cases.ClaimReviewJson;
import letopis.trace.cases.Evidence;
import letopis.trace.cases.Kept;
import letopis.trace.cases.Saved;

/// The cases of fact-checkers. A change names the version it was made from (`If-Match`), so that
/// two people never overwrite each other unseen.
public final class CaseEndpoints {
  private static final int DEFAULT_SIZE = 100;
  private static final int MAX_QUERY = 2_000;
  private static final Wording MISSING = new Wording("there is no such case", "такого дела нет");

  private final Cases cases;
  private final WarcArchive archive;

  public CaseEndpoints(Cases cases, WarcArchive archive) {
    this.cases = cases;
    this.archive = archive;
  }

  public Reply list(Call call) throws IOException {
    Params params = call.params();
    String words = params.text("q", MAX_QUERY).orElse("");
    Optional<String> document = params.text("document", 64);
    int size = params.integer("size", DEFAULT_SIZE, 1, Cases.MOST_LISTED);
    List<Fault> faults = params.finish();
    if (!faults.isEmpty()) {
      return Reply.refused(Problem.invalid(faults));
    }
    ObjectNode body = Call.JSON.createObjectNode();
    ArrayNode list = body.putArray("cases");
    cases.find(words, document, size).forEach(kept -> list.add(CaseView.line(kept)));
    return Reply.json(body);
  }

  public Reply create(Call call) throws IOException {
    return drafted(call, draft -> told(cases.create(draft), 201));
  }

  public Reply replace(Call call) throws IOException {
    Optional<String> version = version(call);
    return drafted(
        call,
        draft ->
            version.isEmpty()
                ? Reply.refused(unconditional())
                : told(cases.replace(call.path("id"), version.get(), draft), 200));
  }

  private static Reply drafted(Call call, Call.Use<Case.Draft> use) throws IOException {
    return switch (call.object()) {
      case Call.BodyResult.Bad(Problem problem) -> Reply.refused(problem);
      case Call.BodyResult.Ok(ObjectNode body) ->
          switch (CaseBody.read(body, call.at())) {
            case CaseBody.Read.Wrong(List<Fault> faults) -> Reply.refused(Problem.invalid(faults));
            case CaseBody.Read.Right(Case.Draft draft) -> use.of(draft);
          };
    };
  }

  public Reply delete(Call call) throws IOException {
    Optional<String> version = version(call);
    if (version.isEmpty()) {
      return Reply.refused(unconditional());
    }
    return switch (cases.delete(call.path("id"), version.get())) {
      case Saved.Done _ -> new Reply.Empty(Map.of());
      case Saved.Missing _ -> missing();
      case Saved.Conflict _ -> Reply.refused(changed());
      case Saved.Refused(List<Saved.Wrong> wrong) -> Reply.refused(Problem.invalid(faults(wrong)));
    };
  }

  private Reply told(Saved saved, int status) throws IOException {
    return switch (saved) {
      case Saved.Done(Kept kept) -> shown(kept, status);
      case Saved.Missing _ -> missing();
      case Saved.Conflict _ -> Reply.refused(changed());
      case Saved.Refused(List<Saved.Wrong> wrong) -> Reply.refused(Problem.invalid(faults(wrong)));
    };
  }

  private Reply shown(Kept kept, int status) throws IOException {
    Map<String, String> headers =
        status == 201 ? Map.of("Location", "/api/v1/cases/" + kept.value().id()) : Map.of();
    ObjectNode body = CaseView.of(kept, cases.evidence(kept.value()));
    // No validator of the whole: what the archive has of the evidence may change without the case.
    return new Reply.Json(status, body, Optional.empty(), with(headers, kept));
  }

  private static Map<String, String> with(Map<String, String> headers, Kept kept) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("ETag", "\"" + kept.version() + "\"");
    return all;
  }

  private static List<Fault> faults(List<Saved.Wrong> wrong) {
    return wrong.stream()
        .map(one -> new Fault(one.pointer(), new Wording(one.english(), one.russian())))
        .toList();
  }

  /// The version that the caller saw. Strong or weak, since a proxy that packs our answer makes
  /// its tag weak.
  private static Optional<String> version(Call call) {
    return call.header("If-Match")
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .map(tag -> tag.replace("\"", ""))
        .filter(tag -> !tag.isEmpty());
  }

  private Reply with(Call call, Call.Use<Kept> use) throws IOException {
    return call.about(cases::get, MISSING, use);
  }

  public Reply one(Call call) throws IOException {
    return with(call, kept -> shown(kept, 200));
  }

  public Reply review(Call call) throws IOException {
    return with(
        call,
        kept -> {
          List<Evidence> evidence = cases.evidence(kept.value());
          Optional<ObjectNode> review = ClaimReviewJson.of(kept.value(), evidence);
          if (review.isEmpty()) {
            return Reply.refused(undecided());
          }
          return new Reply.Bytes(
              200,
              "application/ld+json",
              Call.JSON.writeValueAsBytes(review.get()),
              Optional.empty(),
              Map.of());
        });
  }

  public Reply evidence(Call call) throws IOException {
    return with(
        call,
        kept -> {
          CasePack pack = new CasePack(archive, kept, cases.evidence(kept.value()), call.at());
          return new Reply.Streamed(
              "application/zip",
              Map.of(
                  "Content-Disposition",
                  "attachment; filename=\"letopis-case-" + kept.value().id() + ".zip\""),
              pack::write);
        });
  }

  private static Reply missing() {
    return Reply.refused(Problem.notFound(MISSING));
  }

  /// RFC 6585, section 3.
  private static Problem unconditional() {
    return Problem.plain(
        428,
        "version-required",
        new Wording("Say which version you saw", "Нужна версия, которую вы видели"),
        new Wording(
            "send its ETag in If-Match, so that nobody's change is lost",
            "пришлите её ETag в If-Match, чтобы не потерять чужую правку"));
  }

  /// RFC 9110, section 15.5.13.
  private static Problem changed() {
    return Problem.plain(
        412,
        "changed-meanwhile",
        new Wording("Somebody changed it meanwhile", "Его успели изменить"),
        new Wording(
            "read it again and make your change on the current version",
            "прочитайте его снова и внесите правку в текущую версию"));
  }

  private static Problem undecided() {
    return Problem.plain(
        409,
        "no-verdict",
        new Wording("The case has no verdict yet", "У дела ещё нет вывода"),
        new Wording("a ClaimReview needs a rating", "для ClaimReview нужна оценка"));
  }
}
