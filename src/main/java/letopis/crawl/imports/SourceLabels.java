package letopis.crawl.imports;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import letopis.crawl.page.Assembler;
import letopis.document.DocumentId;
import letopis.document.Publisher;
import letopis.index.state.SourceState;
import letopis.index.state.SourceStates;
import letopis.index.state.Versioned;
import letopis.sources.Source;
import letopis.url.CanonicalUrl;

/// Finds the source of an imported record by its label: a configured one by id, name or alias
/// (whatever their case), else one of its own, with an id made from the label. Labels that differ
/// only in case are two sources: `Sport` and `sport` are two outlets in real data, and a count by
/// source must equal the file's. Ids do not change between imports.
public final class SourceLabels {
  private static final int LONGEST = 60;
  private static final String KIND = "news";
  private static final Map<Character, String> LATIN = latin();

  private final Map<String, Publisher> configuredByName = new HashMap<>();
  private final Map<String, Publisher> byLabel = new HashMap<>();
  private final Map<String, String> labelById = new HashMap<>();
  private final Map<String, Publisher> added = new LinkedHashMap<>();
  private final SourceStates states;

  /// @param configured sources of the configuration
  public SourceLabels(List<Source> configured, SourceStates states) throws IOException {
    this.states = states;
    for (SourceState state : states.list()) {
      know(state.name(), new Publisher(state.id(), state.name(), state.kind(), Optional.empty()));
    }
    for (Source source : configured) {
      Publisher publisher = Assembler.publisher(source);
      source.aliases().forEach(alias -> configuredByName.put(folded(alias), publisher));
      configuredByName.put(folded(source.id()), publisher);
      configuredByName.put(folded(source.name()), publisher);
      labelById.put(source.id(), source.name());
    }
  }

  /// The source with this label.
  ///
  /// @param url of the publication, whose host is the label where there is none
  public synchronized Publisher of(Optional<String> label, CanonicalUrl url) {
    String name =
        label
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .orElseGet(() -> url.host().replaceFirst("^www\\.", ""));
    Publisher configured = configuredByName.get(folded(name));
    if (configured != null) {
      return configured;
    }
    Publisher known = byLabel.get(name);
    if (known != null) {
      return known;
    }
    Publisher made = new Publisher(freeId(name), name, KIND, Optional.empty());
    know(name, made);
    added.put(made.id(), made);
    return made;
  }

  /// Writes the sources that are new, so that they are listed with the configured ones.
  public synchronized void save() throws IOException {
    for (Publisher publisher : added.values()) {
      states.put(Versioned.fresh(state(publisher)));
    }
    added.clear();
    states.refresh();
  }

  /// An id made from a label: letters of other scripts written in Latin ones, `-` for the rest.
  static String slug(String label) {
    StringBuilder slug = new StringBuilder();
    for (char c : label.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '_') {
        slug.append(c);
      } else {
        slug.append(latin(c));
      }
    }
    String clean = slug.toString().replaceAll("[-]+", "-").replaceAll("^[-._]+|[-._]+$", "");
    // A label that is not written in letters we know has no readable id.
    boolean readable = !clean.isEmpty() && !clean.contains("?");
    String id = readable ? clean : "source-" + hash(label);
    return id.length() <= LONGEST ? id : id.substring(0, LONGEST - 9) + "-" + hash(label);
  }

  /// A letter in Latin ones, without accents; `?` for a letter of a script that we cannot write so.
  private static String latin(char c) {
    String known = LATIN.get(c);
    if (known != null) {
      return known;
    }
    char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    if (base >= 'a' && base <= 'z') {
      return String.valueOf(base);
    }
    return Character.isLetterOrDigit(c) ? "?" : "-";
  }

  private String freeId(String label) {
    String slug = slug(label);
    String holder = labelById.get(slug);
    return holder == null || holder.equals(label) ? slug : slug + "-" + hash(label);
  }

  private void know(String label, Publisher publisher) {
    byLabel.put(label, publisher);
    labelById.putIfAbsent(publisher.id(), publisher.name());
  }

  private static String folded(String label) {
    return label.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static String hash(String label) {
    return DocumentId.of(label)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "0")
        .substring(0, 8);
  }

  private static SourceState state(Publisher publisher) {
    return SourceState.fresh(
        publisher.id(), publisher.name(), publisher.kind(), false, Duration.ZERO);
  }

  private static Map<Character, String> latin() {
    String cyrillic = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў";
    String[] written =
        ("a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i e g u")
            .split(" ");
    Map<Character, String> table = new HashMap<>();
    for (int i = 0; i < cyrillic.length(); i++) {
      table.put(cyrillic.charAt(i), written[i].replace("_", ""));
    }
    // Letters that have no decomposition.
    table.putAll(Map.of('ø', "o", 'ł', "l", 'đ', "d", 'ı', "i", 'ß', "ss", 'æ', "ae", 'œ', "oe"));
    return Map.copyOf(table);
  }
}
