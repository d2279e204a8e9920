package letopis.api.search;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import letopis.api.http.Fault;
import letopis.api.http.Language;
import letopis.api.http.Params;
import letopis.search.SearchRequest;
import letopis.search.SourceLookup;

/// Reads the parameters of `GET /search` and `GET /export` for those who did not come over HTTP, so
/// that a terminal takes the same values and names the same mistakes. What sources are called
/// is left as typed, since there is no archive yet: see [SourceLookup].
public sealed interface SearchForm {
  /// A search that can be run.
  record Read(SearchRequest request) implements SearchForm {
    public Read {
      Objects.requireNonNull(request);
    }
  }

  /// What is wrong, all of it.
  ///
  /// @param faults by parameter, in the language asked for
  record Faulty(List<Map.Entry<String, String>> faults) implements SearchForm {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// All parameters of `GET /search`.
  ///
  /// @param now what relative times such as `-7d` count from
  static SearchForm search(Map<String, List<String>> given, Instant now, Locale locale)
      throws IOException {
    Params params = new Params(given, now);
    return of(SearchParams.whole(params, SourceLookup.NONE), params, locale);
  }

  /// The parameters of `GET /export` that say which rows, in which order.
  ///
  /// @param now what relative times such as `-7d` count from
  static SearchForm rows(Map<String, List<String>> given, Instant now, Locale locale)
      throws IOException {
    Params params = new Params(given, now);
    return of(SearchParams.rows(params, SourceLookup.NONE), params, locale);
  }

  private static SearchForm of(SearchRequest request, Params params, Locale locale) {
    Language language = locale.getLanguage().equals("ru") ? Language.RUSSIAN : Language.ENGLISH;
    List<Fault> faults = params.finish();
    return faults.isEmpty()
        ? new Read(request)
        : new Faulty(
            faults.stream()
                .map(fault -> Map.entry(fault.parameter(), fault.message().in(language)))
                .toList());
  }
}
