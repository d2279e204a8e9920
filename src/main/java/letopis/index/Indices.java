package letopis.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

  private final Elasticsearch elasticsearch;
  private final String prefix;
  private final Map<String, MappingFile> files;
  private final Clock clock;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /// The indices of the bundled mappings.
  ///
  /// @param prefix lower case letters, digits, `.`, `_`, `-`
  public Indices(Elasticsearch elasticsearch, String prefix) {
    this(elasticsearch, prefix, MappingFile.bundled(), Clock.systemUTC());
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
    return alias("revisions");
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

  String partitionName(int year) {
    return indexName(DOCUMENTS, DOCUMENTS) + "-" + year;
  }

  private int clamp(int year) {
    int next = clock.instant().atOffset(ZoneOffset.UTC).getYear() + 1;
    return Math.clamp(year, FIRST_YEAR, next);
  }

  /// Creates what is not there yet. Nothing is ever deleted or changed.
  public void init() throws IOException {
    for (MappingFile file : files.values()) {
      if (file.name().equals(DOCUMENTS)) {
        partition(clock.instant().atOffset(ZoneOffset.UTC).getYear());
        create(indexName("revisions", DOCUMENTS), "revisions", DOCUMENTS);
      } else {
        create(indexName(file.name(), file.name()), file.name(), file.name());
      }
    }
  }

  /// Makes everything written so far visible to searches.
  public void refresh() throws IOException {
    elasticsearch.request("POST", "/" + prefix + "-*/_refresh?allow_no_indices=true").orThrow();
  }

  private String indexName(String name, String file) {
    return alias(name) + "-v" + files.get(file).version();
  }

  private void create(String index, String alias, String file) throws IOException {
    if (!known.add(index)) {
      return;
    }
    ObjectNode body = files.get(file).body().deepCopy();
    body.putObject("aliases").putObject(alias(alias));
    Answer answer = elasticsearch.request("PUT", "/" + index, body);
    boolean exists = answer.status() == 400 && answer.reason().contains("already_exists");
    if (!answer.ok() && !exists) {
      known.remove(index);
      answer.orThrow();
    }
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
