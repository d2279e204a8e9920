package letopis.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.document.Link;
import letopis.text.Outlets;
import letopis.text.Word;
import letopis.text.Words;
import letopis.url.CanonicalUrl;

/// Finds whom an appearance says it has the claim from: links, forwards, replies, source lines
/// and
/// phrases, resolved to earlier appearances by address, source and name.
final class Citations {
  /// A phrase farther from the passage speaks of something else.
  private static final int NEAR = 700;

  private final Outward outward;
  private final Outlets outlets;
  private final Map<String, Appearance> byAddress = new HashMap<>();
  private final Map<String, List<Appearance>> byOutlet = new HashMap<>();

  /// What publications say of others, whatever their order: read once for each. Not for several
  /// threads.
  static final class Outward {
    private final Outlets outlets;
    private final Map<String, List<Attribution>> attributions = new HashMap<>();
    private final Map<String, Set<String>> links = new HashMap<>();
    private final Map<String, Set<String>> keys = new HashMap<>();

    /// @param outlets names that citations are resolved by
    Outward(Outlets outlets) {
      this.outlets = outlets;
    }

    private List<Attribution> attributions(Appearance one) {
      return attributions.computeIfAbsent(one.document().id(), _ -> Citations.attributions(one));
    }

    /// What a document's links are compared by.
    private Set<String> links(Document document) {
      return links.computeIfAbsent(
          document.id(),
          _ -> {
            Set<String> addresses = new LinkedHashSet<>();
            for (Link link : document.content().links()) {
              CanonicalUrl.parse(link.url())
                  .ifPresent(url -> addresses.add(SameAddress.key(url.value())));
            }
            return addresses;
          });
    }

    private Set<String> keys(Document document) {
      return keys.computeIfAbsent(document.id(), _ -> Citations.keys(document, outlets));
    }
  }

  /// @param ordered all appearances, oldest first
  Citations(List<Appearance> ordered, Outward outward) {
    this.outward = outward;
    this.outlets = outward.outlets;
    for (Appearance one : ordered) {
      Document document = one.document();
      byAddress.putIfAbsent(SameAddress.key(document.address().canonical()), one);
      document
          .address()
          .aliases()
          .forEach(alias -> byAddress.putIfAbsent(SameAddress.key(alias), one));
      for (String key : outward.keys(document)) {
        byOutlet.computeIfAbsent(key, _ -> new ArrayList<>()).add(one);
      }
    }
  }

  /// The explicit citations of one appearance, each source once, the surest way first.
  List<Appearance.Citation> of(Appearance one) {
    List<Appearance.Citation> citations = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Attribution attribution : outward.attributions(one)) {
      resolve(one, attribution)
          .filter(citation -> said.add(citation.document().orElseGet(() -> key(citation))))
          .ifPresent(citations::add);
    }
    for (String address : outward.links(one.document())) {
      Optional.ofNullable(byAddress.get(address))
          .filter(cited -> isOther(one, cited))
          .map(cited -> toDocument(cited, Optional.empty(), Attribution.How.LINK))
          .filter(citation -> said.add(citation.document().orElseThrow()))
          .ifPresent(citations::add);
    }
    return citations;
  }

  /// Equal for a name in all its forms.
  private static String key(Appearance.Citation citation) {
    return stems(citation.name().orElse(""));
  }

  private static String stems(String name) {
    return Words.of(name).stream().map(Word::stem).collect(Collectors.joining(" "));
  }

  private static List<Attribution> attributions(Appearance one) {
    List<Attribution> near = new ArrayList<>();
    for (Attribution attribution : one.document().content().attributions()) {
      if (attribution.how() != Attribution.How.PHRASE || isNear(one, attribution.start())) {
        near.add(attribution);
      }
    }
    return near;
  }

  /// A headline stands right before the text.
  private static boolean isNear(Appearance one, int at) {
    boolean inBody = one.passage().field().equals("body");
    int start = inBody ? one.passage().start() : 0;
    int end = inBody ? one.passage().end() : 0;
    return at < 0 || at > start - NEAR && at < end + NEAR;
  }

  private Optional<Appearance.Citation> resolve(Appearance one, Attribution attribution) {
    Optional<Appearance> byUrl = attribution.url().flatMap(this::address);
    if (byUrl.isPresent()) {
      return byUrl
          .filter(cited -> isOther(one, cited))
          .map(cited -> toDocument(cited, name(attribution), attribution.how()));
    }
    String channel = Channels.key(attribution.name());
    Optional<Outlets.Outlet> outlet = outlets.find(channel);
    String key =
        byOutlet.containsKey(channel) ? channel : outlet.map(Outlets.Outlet::key).orElse(channel);
    if (!byOutlet.containsKey(key)) {
      key = linkedKey(one.document(), attribution.name()).orElse(key);
    }
    if (outward.keys(one.document()).contains(key)
        || isOwnName(one.document(), attribution.name())) {
      return Optional.empty();
    }
    Optional<Appearance> cited =
        byOutlet.getOrDefault(key, List.of()).stream()
            .filter(earlier -> isOther(one, earlier) && !isLater(earlier, one))
            .findFirst();
    return Optional.of(
        cited
            .map(earlier -> toDocument(earlier, name(attribution), attribution.how()))
            .orElseGet(
                () ->
                    new Appearance.Citation(
                        Optional.empty(),
                        Optional.of(outlet.map(Outlets.Outlet::name).orElse(attribution.name())),
                        true,
                        attribution.how().label(),
                        0.9)));
  }

  /// Whose page a link on the words of a name goes to, of those in the trace: a channel, or a site
  /// of which they know one publisher only.
  private Optional<String> linkedKey(Document document, String name) {
    String stems = stems(name);
    return document.content().links().stream()
        .filter(
            link ->
                !stems.isEmpty() && (" " + stems(link.text()) + " ").contains(" " + stems + " "))
        .flatMap(link -> keysOf(link.url()).stream())
        .filter(byOutlet::containsKey)
        .findFirst();
  }

  private List<String> keysOf(String url) {
    Optional<CanonicalUrl> canonical = CanonicalUrl.parse(url);
    String address = canonical.map(CanonicalUrl::value).orElse(url);
    String channel = Channels.key(address);
    if (!channel.equals(address)) {
      return Stream.concat(
              Stream.of(channel), outlets.find(channel).map(Outlets.Outlet::key).stream())
          .toList();
    }
    return canonical.stream()
        .map(page -> page.host().equals("www." + page.domain()) ? page.domain() : page.host())
        .filter(host -> publishers(host) == 1)
        .toList();
  }

  private long publishers(String key) {
    return byOutlet.getOrDefault(key, List.of()).stream()
        .map(one -> one.document().publisher().id())
        .distinct()
        .count();
  }

  private static Optional<String> name(Attribution attribution) {
    return Optional.of(attribution.name()).filter(name -> !name.isBlank());
  }

  private static boolean isOwnName(Document document, String name) {
    return document.publisher().name().equalsIgnoreCase(name);
  }

  private static boolean isLater(Appearance one, Appearance other) {
    return one.time().best().isAfter(other.time().best());
  }

  private static boolean isOther(Appearance one, Appearance other) {
    return !one.document().id().equals(other.document().id());
  }

  private static Appearance.Citation toDocument(
      Appearance cited, Optional<String> name, Attribution.How how) {
    return new Appearance.Citation(
        Optional.of(cited.document().id()), name, true, how.label(), 1.0);
  }

  private Optional<Appearance> address(String url) {
    return CanonicalUrl.parse(url)
        .map(CanonicalUrl::value)
        .map(SameAddress::key)
        .map(byAddress::get);
  }

  /// What a document's outlet may be called by: its source, its domain, its channel, the outlet of
  /// its name.
  private static Set<String> keys(Document document, Outlets outlets) {
    Set<String> keys = new HashSet<>();
    keys.add(document.publisher().id());
    CanonicalUrl.parse(document.address().canonical())
        .ifPresent(
            url -> {
              keys.add(url.domain());
              keys.add(url.host());
            });
    keys.addAll(Channels.ofPost(document.address().canonical()));
    outlets.find(document.publisher().name()).ifPresent(outlet -> keys.add(outlet.key()));
    return keys;
  }
}
