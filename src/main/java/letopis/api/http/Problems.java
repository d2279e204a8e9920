package letopis.api.http;

import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.Optional;

/// The problems that stand for what Javalin and Jetty refuse by themselves.
public final class Problems {
  private Problems() {}

  public static Problem internal() {
    return Problem.plain(
        500,
        "internal",
        new Wording("A mistake on our side", "Ошибка на нашей стороне"),
        new Wording(
            "the server's log has it under the request's id",
            "подробности в журнале сервера под номером запроса"));
  }

  /// 429: the caller's quota is used up for so long.
  public static Problem tooMany(Duration wait) {
    long seconds = Math.max(1, (wait.toMillis() + 999) / 1000);
    return Problem.plain(
            429,
            "too-many-requests",
            new Wording("Too many requests", "Слишком много запросов"),
            new Wording("try again in " + seconds + " s", "повторите через " + seconds + " с"))
        .with("Retry-After", Long.toString(seconds));
  }

  /// What Javalin threw, as a problem.
  public static Problem of(HttpResponseException thrown) {
    Problem problem = ofStatus(thrown.getStatus());
    return thrown.getStatus() == 405
        ? allowed(thrown).map(methods -> problem.with("Allow", methods)).orElse(problem)
        : problem;
  }

  /// The problem for a status that carries no more than itself.
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 404 ->
          Problem.notFound(new Wording("there is nothing at this address", "такого адреса нет"));
      case 405 ->
          Problem.plain(
              405,
              "method-not-allowed",
              new Wording("This method is not served here", "Этот метод здесь не обслуживается"),
              Wording.both(""));
      case 413 ->
          Problem.plain(
              413,
              "too-large",
              new Wording("The request is too large", "Запрос слишком велик"),
              Wording.both(""));
      case 414, 431 ->
          Problem.plain(
              status,
              "too-large",
              new Wording("The request's head is too large", "Заголовок запроса слишком велик"),
              Wording.both(""));
      case 408, 504 ->
          Problem.plain(
              status,
              "timeout",
              new Wording("It took too long", "Слишком долго"),
              Wording.both(""));
      default ->
          status >= 500
              ? internal()
              : Problem.plain(
                  status,
                  "bad-request",
                  new Wording("The request is not understood", "Запрос не понят"),
                  Wording.both(""));
    };
  }

  /// Javalin names the methods of a path in the details of its 405.
  private static Optional<String> allowed(HttpResponseException thrown) {
    String methods = thrown.getDetails().getOrDefault("availableMethods", "");
    return methods.isEmpty() ? Optional.empty() : Optional.of(methods);
  }
}
