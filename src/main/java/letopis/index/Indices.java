package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import letopis.elasticsearch.Answer;
import letopis.elasticsearch.Elasticsearch;

/// The indices of one archive: `<prefix>-<file>-v<version>` behind the alias `<prefix>-<file>`,
/// made from the files of `index-mappings`. Documents have one index per year of publication.
public final class Indices {
  /// Claims of an earlier year are kept with this one: nothing a page says may make us create an
  /// unbounded number of indices.
  static final int FIRST_YEAR = 1990;

  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9._-]{0,60}");
  private static final String DOCUMENTS = "documents";
  private static final String REVISIONS = "revisions";

  private final Elasticsearch elasticsearch;
  private final String prefix;
  private final Map<String, MappingFile> files;
  private final Clock clock;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /// The indices of the bundled mappings.
  ///
  /// @param prefix lower case letters, digits, `.`, `_`, `-`
  public Indices(Elasticsearch elasticsearch, String prefix) {
    this(elasticsearch, prefix, Clock.systemUTC());
  }

  /// The indices of the bundled mappings, by another clock.
  public Indices(Elasticsearch elasticsearch, String prefix, Clock clock) {
    this(elasticsearch, prefix, MappingFile.bundled(), clock);
  }

  /// The indices of these mappings.
  public Indices(Elasticsearch elasticsearch, String prefix, List<MappingFile> files, Clock clock) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("not a prefix of index names: " + prefix);
    }
    this.elasticsearch = Objects.requireNonNull(elasticsearch);
    this.prefix = prefix;
    this.files =
        files.stream().collect(Collectors.toUnmodifiableMap(MappingFile::name, file -> file));
    this.clock = Objects.requireNonNull(clock);
  }

  /// The connection that these indices live on.
  public Elasticsearch elasticsearch() {
    return elasticsearch;
  }

  /// What all names of this archive begin with.
  public String prefix() {
    return prefix;
  }

  /// The alias over the current versions of all documents.
  public String documents() {
    return alias(DOCUMENTS);
  }

  /// The alias over the past versions.
  public String revisions() {
    return alias(REVISIONS);
  }

  /// The alias over the address entries.
  public String addresses() {
    return alias("addresses");
  }

  /// The alias of a file of `index-mappings`, such as `polls`.
  public String alias(String name) {
    return prefix + "-" + name;
  }

  /// The index for documents of a year, created when it is not there yet. Years before 1990 and
  /// after the next are kept with the nearest year in between.
  public String partition(int year) throws IOException {
    String name = partitionName(clamp(year));
    create(name, DOCUMENTS, DOCUMENTS);
    return name;
  }

  /// The year (or whatever names the partition) that a document published at this instant belongs
  /// to.
  public int year(Instant published) {
    return clamp(published.atOffset(ZoneOffset.UTC).getYear());
  }

  public String partitionName(int year) {
    return indexName(DOCUMENTS, DOCUMENTS) + "-" + year;
  }

  private int clamp(int year) {
    int next = clock.instant().atOffset(ZoneOffset.UTC).getYear() + 1;
    return Math.clamp(year, FIRST_YEAR, next);
  }

  /// What the clock of this archive says, to the millisecond.
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /// Creates what is not there yet, all at a time. Nothing is ever deleted or changed.
  public void init() throws IOException {
    String current = partitionName(clock.instant().atOffset(ZoneOffset.UTC).getYear());
    List<Callable<Boolean>> tasks = new ArrayList<>();
    tasks.add(() -> create(current, DOCUMENTS, DOCUMENTS));
    tasks.add(() -> create(indexName(REVISIONS, DOCUMENTS), REVISIONS, DOCUMENTS));
    for (MappingFile file : files.values()) {
      if (!file.name().equals(DOCUMENTS)) {
        tasks.add(() -> create(indexName(file.name(), file.name()), file.name(), file.name()));
      }
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        task.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the indices were created");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  /// Compares every live index of this archive with its file.
  ///
  /// @return empty when all is as the files say; indices that do not exist yet are no difference
  public List<Difference> verify() throws IOException {
    List<Difference> differences = new ArrayList<>();
    for (LiveIndex live : live()) {
      if (live.version() == live.file().version()) {
        differences.addAll(IndexCheck.compare(live.name(), live.file(), live.body()));
      } else {
        differences.add(
            new Difference(
                live.name(),
                "",
                live.version() < live.file().version()
                    ? "is of version %d, the file of version %d: run `index migrate`"
                        .formatted(live.version(), live.file().version())
                    : "is of version %d, newer than the file's %d: use the newer Letopis with it"
                        .formatted(live.version(), live.file().version())));
      }
    }
    return differences;
  }

  /// An index of this archive as it is.
  ///
  /// @param target its name at the version of the file
  record LiveIndex(
      String name, String alias, MappingFile file, int version, String target, JsonNode body) {}

  List<LiveIndex> live() throws IOException {
    JsonNode all =
        elasticsearch
            .request("GET", "/" + prefix + "-*?flat_settings=true&expand_wildcards=all")
            .orThrow()
            .json();
    Pattern name = Pattern.compile(Pattern.quote(prefix) + "-([a-z][a-z0-9_-]*)-v(\\d+)(-\\d{4})?");
    List<LiveIndex> live = new ArrayList<>();
    all.properties()
        .forEach(
            entry -> {
              Matcher matcher = name.matcher(entry.getKey());
              if (matcher.matches()) {
                String part = matcher.group(1);
                MappingFile file = files.get(part.equals(REVISIONS) ? DOCUMENTS : part);
                if (file != null) {
                  String year = matcher.group(3) == null ? "" : matcher.group(3);
                  live.add(
                      new LiveIndex(
                          entry.getKey(),
                          alias(part),
                          file,
                          Integer.parseInt(matcher.group(2)),
                          alias(part) + "-v" + file.version() + year,
                          entry.getValue()));
                }
              }
            });
    return live;
  }

  /// How many documents are findable now.
  public long count() throws IOException {
    return elasticsearch
        .request("GET", "/" + documents() + "/_count")
        .orThrow()
        .json()
        .path("count")
        .asLong();
  }

  /// Makes everything written so far visible to searches.
  public void refresh() throws IOException {
    elasticsearch.request("POST", "/" + prefix + "-*/_refresh?allow_no_indices=true").orThrow();
  }

  private String indexName(String name, String file) {
    return alias(name) + "-v" + files.get(file).version();
  }

  private boolean create(String index, String alias, String file) throws IOException {
    if (known.contains(index)) {
      return false;
    }
    ObjectNode body = files.get(file).body().deepCopy();
    body.putObject("aliases").putObject(alias(alias));
    Answer answer = elasticsearch.request("PUT", "/" + index, body);
    boolean exists =
        answer.status() == 400 && answer.reason().contains("resource_already_exists_exception");
    if (!exists) {
      answer.orThrow();
    }
    // Only now: another thread that finds it here writes to it at once.
    known.add(index);
    return !exists;
  }

  /// Deletes all indices of this prefix. For tests and benchmarks.
  public void deleteAll() throws IOException {
    JsonNode all = elasticsearch.request("GET", "/" + prefix + "-*/_alias").orThrow().json();
    List<String> names = new ArrayList<>();
    all.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      elasticsearch.request("DELETE", "/" + name).orThrow();
    }
    known.clear();
  }
}
