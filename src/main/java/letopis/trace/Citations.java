package letopis.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.text.Outlets;
import letopis.url.SameAddress;

/// Finds whom an appearance says it has the claim from: links, forwards, replies, source lines and
/// phrases, resolved to earlier appearances by address, source and name.
final class Citations {
  private final Outward outward;
  private final Map<String, Appearance> byAddress = new HashMap<>();
  private final Map<String, List<Appearance>> byOutlet = new HashMap<>();

  /// @param ordered all appearances, oldest first
  Citations(List<Appearance> ordered, Outward outward) {
    this.outward = outward;
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
    for (Outward.Target link : outward.links(one.document())) {
      resolve(one, link)
          .filter(citation -> said.add(citation.document().orElseGet(() -> key(citation))))
          .ifPresent(citations::add);
    }
    return citations;
  }

  /// Equal for a name in all its forms.
  private String key(Appearance.Citation citation) {
    String name = citation.name().orElse("");
    return outward.outlet(name).map(Outlets.Outlet::key).orElseGet(() -> Outward.stems(name));
  }

  private Optional<Appearance.Citation> resolve(Appearance one, Attribution attribution) {
    Optional<Appearance> byUrl = attribution.url().flatMap(this::address);
    if (byUrl.isPresent()) {
      return byUrl
          .filter(cited -> isOther(one, cited))
          .map(cited -> toDocument(cited, name(attribution), attribution.how()));
    }
    Optional<Outlets.Outlet> outlet = outward.outlet(attribution.name());
    List<String> keys = outward.keys(attribution.name());
    if (keys.stream().noneMatch(byOutlet::containsKey)) {
      linkedKey(one.document(), attribution.name()).ifPresent(keys::add);
    }
    return named(
        one,
        keys,
        Optional.of(outlet.map(Outlets.Outlet::name).orElse(attribution.name())),
        attribution.how());
  }

  /// A link to a publication, or to the front page of an outlet, which names the outlet.
  private Optional<Appearance.Citation> resolve(Appearance one, Outward.Target link) {
    Optional<Appearance> page =
        link.addresses().stream().map(byAddress::get).filter(Objects::nonNull).findFirst();
    if (page.isPresent()) {
      return page.filter(cited -> isOther(one, cited))
          .map(cited -> toDocument(cited, Optional.empty(), Attribution.How.LINK));
    }
    List<String> front =
        link.front().stream()
            .filter(key -> !byOutlet.containsKey(key) || publishers(key) == 1)
            .toList();
    Optional<String> name =
        front.stream()
            .flatMap(key -> outward.ofDomain(key).stream())
            .map(Outlets.Outlet::name)
            .findFirst();
    return named(one, front, name, Attribution.How.LINK);
  }

  /// The first appearance that an outlet of one of these keys has before; else its name.
  private Optional<Appearance.Citation> named(
      Appearance one, List<String> keys, Optional<String> name, Attribution.How how) {
    if (outward.isOwn(one.document(), keys, name)) {
      return Optional.empty();
    }
    return keys.stream()
        .flatMap(key -> byOutlet.getOrDefault(key, List.of()).stream())
        .filter(earlier -> isOther(one, earlier) && !isLater(earlier, one))
        .findFirst()
        .map(earlier -> toDocument(earlier, name.filter(said -> !said.isBlank()), how))
        .or(
            () ->
                name.map(
                    said ->
                        new Appearance.Citation(
                            Optional.empty(), Optional.of(said), true, how.label(), 0.9)));
  }

  /// Whose page a link on the words of a name goes to, of those in the trace: a channel, or a site
  /// of which they know one publisher only.
  private Optional<String> linkedKey(Document document, String name) {
    String stems = Outward.stems(name);
    if (stems.isEmpty()) {
      return Optional.empty();
    }
    return outward.linkWords(document).stream()
        .filter(link -> link.stems().contains(" " + stems + " "))
        .flatMap(link -> outward.publisher(link.url()).stream())
        .filter(byOutlet::containsKey)
        .filter(key -> key.indexOf('/') >= 0 || key.startsWith("@") || publishers(key) == 1)
        .findFirst();
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
    return SameAddress.meant(url).stream()
        .map(SameAddress::key)
        .map(byAddress::get)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
