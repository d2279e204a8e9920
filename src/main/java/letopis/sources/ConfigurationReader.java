package letopis.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import letopis.sources.Configuration.Problem;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a configuration folder file by file, gathering every mistake on the way.
final class ConfigurationReader {
  static final String ID = "[a-z0-9][a-z0-9._-]{0,63}";

  private final Path dir;
  private final List<Problem> problems = new ArrayList<>();

  /// Where each source id was first seen: ids are unique over all files.
  private final Map<String, String> sourceIds = new HashMap<>();

  ConfigurationReader(Path dir) {
    this.dir = dir;
  }

  Configuration.Loaded read() {
    if (!Files.isDirectory(dir)) {
      return new Configuration.Invalid(
          List.of(new Problem(dir.toString(), 0, "no such configuration folder")));
    }
    CrawlerSettings crawler =
        optional("crawler.yaml", CrawlerSettings.DEFAULTS, SettingsReader::read);
    List<Source> sources = new ArrayList<>();
    for (String name : sourceFiles()) {
      sources.addAll(file(name, List.of(), this::readSources));
    }
    List<Topic> topics = optional("topics.yaml", List.of(), this::readTopics);
    List<Place> places = optional("places.yaml", List.of(), this::readPlaces);
    return problems.isEmpty()
        ? new Configuration.Ready(new Configuration(crawler, sources, topics, places))
        : new Configuration.Invalid(problems);
  }

  /// The root node of a file together with the file, for noting mistakes.
  record Root(YamlFile file, Node node) {}

  private <T> T optional(String name, T absent, Function<Root, T> read) {
    return Files.exists(dir.resolve(name)) ? file(name, absent, read) : absent;
  }

  private <T> T file(String name, T absent, Function<Root, T> read) {
    YamlFile file = new YamlFile(name);
    Optional<Node> root = file.root(dir.resolve(name));
    T value = root.map(node -> read.apply(new Root(file, node))).orElse(absent);
    file.problems().stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .forEachOrdered(problems::add);
    return value;
  }

  private List<String> sourceFiles() {
    Path folder = dir.resolve("sources");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .map(name -> "sources/" + name)
          .toList();
    } catch (IOException e) {
      problems.add(new Problem("sources", 0, "cannot be listed: " + e.getMessage()));
      return List.of();
    }
  }

  /// A file holds one source, a list of sources, or `sources:` with `defaults:` for all of them.
  private List<Source> readSources(Root root) {
    YamlFile file = root.file();
    if (root.node() instanceof SequenceNode) {
      return sources(file, Section.list(file, root.node(), "the file"), none(root));
    }
    Section top = Section.of(file, root.node(), "the file");
    if (!top.has("sources") && !top.has("defaults")) {
      return sources(file, List.of(Section.of(file, root.node(), "the file")), none(root));
    }
    List<Source> sources = sources(file, top.sections("sources"), top.section("defaults"));
    top.finish();
    return sources;
  }

  private static Section none(Root root) {
    return Section.empty(root.file(), root.node());
  }

  private List<Source> sources(YamlFile file, List<Section> sections, Section defaults) {
    SourceSection reader = new SourceSection(file.name(), defaults);
    List<Source> sources = new ArrayList<>();
    for (Section section : sections) {
      Source source = reader.read(section);
      String place = file.name() + ":" + YamlFile.lineOf(section.node());
      String earlier = source.id().isEmpty() ? null : sourceIds.putIfAbsent(source.id(), place);
      if (earlier != null) {
        section.problem("id", "the id \"" + source.id() + "\" is already used at " + earlier);
      }
      sources.add(source);
    }
    return sources;
  }

  private List<Topic> readTopics(Root root) {
    Section top = Section.of(root.file(), root.node(), "the file");
    List<Topic> topics = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : top.sections("topics")) {
      String id = id(section, ids);
      topics.add(new Topic(id, section.text("name").orElse(id), section.required("query")));
      section.finish();
    }
    top.finish();
    return topics;
  }

  private List<Place> readPlaces(Root root) {
    Section top = Section.of(root.file(), root.node(), "the file");
    List<Place> places = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<Section> sections = top.sections("places");
    for (Section section : sections) {
      places.add(
          new Place(
              id(section, ids),
              section.required("name"),
              section.texts("variants"),
              section.number("lat", -90, 90),
              section.number("lon", -180, 180),
              section.text("within")));
      section.finish();
    }
    for (int i = 0; i < places.size(); i++) {
      Optional<String> within = places.get(i).within();
      if (within.isPresent() && !ids.contains(within.get())) {
        sections.get(i).problem("within", Nearest.unknown("place", within.get(), ids));
      }
    }
    top.finish();
    return places;
  }

  private static String id(Section section, Set<String> ids) {
    String id = section.required("id");
    if (!id.isEmpty() && !id.matches(ID)) {
      section.problem("id", badId(id));
    } else if (!id.isEmpty() && !ids.add(id)) {
      section.problem("id", "the id \"" + id + "\" is already used in this file");
    }
    return id;
  }

  static String badId(String id) {
    return "the id \""
        + id
        + "\" must be lower-case Latin letters, digits, '.', '_' or '-', at most 64";
  }
}
