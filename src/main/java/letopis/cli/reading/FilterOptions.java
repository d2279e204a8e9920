package letopis.cli.reading;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which documents, as `GET /search` has them: add them with `@Mixin`.
final class FilterOptions {
  @Option(
      names = "--source",
      paramLabel = "ID",
      description = "Only this source, by id or name; repeatable.")
  private List<String> source = List.of();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Only news, official, social, factcheck or blog; repeatable.")
  private List<String> kind = List.of();

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      description = "Only this language, such as ru; repeatable.")
  private List<String> lang = List.of();

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Only sources of this region; repeatable.")
  private List<String> region = List.of();

  @Option(
      names = "--topic",
      paramLabel = "ID",
      description = "Only this topic, by id or name; repeatable.")
  private List<String> topic = List.of();

  @Option(
      names = "--place",
      paramLabel = "ID",
      description = "Only what names this place, by id or name; repeatable.")
  private List<String> place = List.of();

  @Option(
      names = "--with",
      paramLabel = "NAME=VALUE",
      description = "Any other filter of GET /search: section, tag, author, domain, cluster, tz.")
  private Map<String, String> with = Map.of();

  @Option(
      names = "--not",
      paramLabel = "NAME=VALUE",
      description = "Leave these out: source=tass, kind=social; repeatable.")
  private Map<String, String> not = Map.of();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Published from then on: 2026-11-23, RFC 3339, or an age (-7d).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Published up to then; a date includes its whole day.")
  private @Nullable String to;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "The archive as it was at that time, so that the answer stays the same.")
  private @Nullable String asOf;

  @Option(names = "--changed", description = "Only documents that were changed after publication.")
  private boolean changed;

  @Option(names = "--removed", description = "Only documents that are gone.")
  private boolean removed;

  /// As parameters of the API. Days are those of this machine's zone unless `tz` says another.
  Map<String, List<String>> parameters() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    add(all, "tz", List.of(ZoneId.systemDefault().getId()));
    with.forEach((name, value) -> all.put(name, List.of(value)));
    add(all, "source", source);
    add(all, "kind", kind);
    add(all, "lang", lang);
    add(all, "region", region);
    add(all, "topic", topic);
    add(all, "place", place);
    not.forEach((name, value) -> add(all, "not." + name, List.of(value)));
    add(all, "from", given(from));
    add(all, "to", given(to));
    add(all, "as_of", given(asOf));
    add(all, "changed", changed ? List.of("true") : List.of());
    add(all, "removed", removed ? List.of("true") : List.of());
    return all;
  }

  private static List<String> given(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static void add(Map<String, List<String>> all, String name, List<String> values) {
    if (!values.isEmpty()) {
      all.merge(
          name,
          values,
          (before, more) -> {
            List<String> both = new ArrayList<>(before);
            both.addAll(more);
            return both;
          });
    }
  }
}
