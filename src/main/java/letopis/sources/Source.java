package letopis.sources;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One configured outlet, official site or public channel.
///
/// @param id `[a-z0-9][a-z0-9._-]*`, unique over all files; kept in every document
/// @param name as people write it
/// @param aliases other names by which texts cite it («Амурская правда», «АП»); joins attributions
/// @param region id or name of a region, free text
/// @param language ISO 639-1 code of its texts
/// @param zone zone of the times it writes without an offset
/// @param access where and how it is read
/// @param extract selectors for its article pages, when the general extraction is not enough
/// @param every fixed polling interval; empty lets the schedule adapt
/// @param verified `sources check` has seen it work
/// @param file the configuration file it came from, for messages
public record Source(
    String id,
    String name,
    List<String> aliases,
    SourceKind kind,
    Optional<String> region,
    Optional<String> language,
    ZoneId zone,
    Access access,
    Optional<Selectors> extract,
    Optional<Duration> every,
    List<String> tags,
    boolean verified,
    String file) {
  public Source {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    aliases = List.copyOf(aliases);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(region);
    Objects.requireNonNull(language);
    Objects.requireNonNull(zone);
    Objects.requireNonNull(access);
    Objects.requireNonNull(extract);
    Objects.requireNonNull(every);
    tags = List.copyOf(tags);
    Objects.requireNonNull(file);
  }

  /// All names by which texts may cite it, the one to show first: its name, its aliases, its
  /// account.
  public List<String> names() {
    return Stream.of(Stream.of(name), aliases.stream(), access.handle().stream())
        .flatMap(names -> names)
        .toList();
  }

  /// A source of which nothing more is known than where it is read.
  ///
  /// @param file what names it, for messages
  public static Source of(
      String id,
      String name,
      SourceKind kind,
      Optional<String> language,
      Access access,
      String file) {
    return new Source(
        id,
        name,
        List.of(),
        kind,
        Optional.empty(),
        language,
        ZoneOffset.UTC,
        access,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        true,
        file);
  }

  /// Selectors of one site's article pages, in jsoup's CSS. Each is optional; what is absent is
  /// found by the general extraction.
  ///
  /// @param remove elements to drop from the body before its text is taken
  public record Selectors(
      Optional<String> title,
      Optional<String> lead,
      Optional<String> body,
      Optional<String> published,
      Optional<String> authors,
      Optional<String> tags,
      List<String> remove) {
    public Selectors {
      Objects.requireNonNull(title);
      Objects.requireNonNull(lead);
      Objects.requireNonNull(body);
      Objects.requireNonNull(published);
      Objects.requireNonNull(authors);
      Objects.requireNonNull(tags);
      remove = List.copyOf(remove);
    }
  }
}
