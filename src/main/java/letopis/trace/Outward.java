package letopis.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.document.Link;
import letopis.text.Outlets;
import letopis.text.Word;
import letopis.text.Words;
import letopis.url.CanonicalUrl;
import letopis.url.SameAddress;

/// What publications say of others and are called by others, whatever their order: read once for
/// each. Not for several threads.
final class Outward {
  /// Leads on to other texts, or calls for readers; what is linked to in such a line is no source.
  private static final Pattern LEADS_ON =
      Pattern.compile(
          "(?iu)\\P{L}{0,5}(?:(?:чита(?:й(?:те)?|ть)|смотри(?:те)?|дивіться)(?: \\p{L}+)?"
              + " (?:также|ещё|еще|по теме|також)|также (?:читайте|по теме)|по теме|материалы по"
              + " теме|подпис\\p{L}+|(?:read|see|watch) (?:also|more|next|our)|also"
              + " (?:read|on)|related|more (?:on|from)|recommended|subscribe|follow us|join us|sign"
              + " up|leia (?:também|mais)|lea también|lire aussi|lesen sie)(?!\\p{L})");

  private final Outlets outlets;
  private final Map<String, List<Attribution>> attributions = new HashMap<>();
  private final Map<String, List<Target>> links = new HashMap<>();
  private final Map<String, List<LinkWords>> linkWords = new HashMap<>();
  private final Map<String, Set<String>> keys = new HashMap<>();

  /// @param outlets names that citations are resolved by
  Outward(Outlets outlets) {
    this.outlets = outlets;
  }

  /// Where a link leads.
  ///
  /// @param addresses keys of [SameAddress] that it may mean, the surest first
  /// @param front keys of the publisher whose front page or channel it is; empty for any other page
  record Target(List<String> addresses, List<String> front) {}

  /// The words that a link stands on.
  ///
  /// @param stems with a blank on either side of each
  record LinkWords(String stems, String url) {}

  /// The outlet of a name, a channel or a domain that a text writes.
  Optional<Outlets.Outlet> outlet(String name) {
    String key = key(name);
    return outlets.find(key).or(() -> outlets.ofKey(key)).or(() -> outlets.find("The " + key));
  }

  /// The outlet that is known by a domain.
  Optional<Outlets.Outlet> ofDomain(String domain) {
    return outlets.ofKey(domain);
  }

  /// Whom it names for the passage.
  List<Attribution> attributions(Appearance one) {
    return attributions.computeIfAbsent(
        one.document().id(), _ -> Scope.of(one, said -> outlet(said.name()).isPresent()));
  }

  /// Where a document's links lead, each address once.
  List<Target> links(Document document) {
    return links.computeIfAbsent(
        document.id(),
        _ -> {
          List<Target> targets = new ArrayList<>();
          Set<String> seen = new HashSet<>();
          for (Link link : document.content().links()) {
            List<String> addresses =
                SameAddress.meant(link.url()).stream().map(SameAddress::key).toList();
            if (!addresses.isEmpty()
                && seen.add(addresses.getFirst())
                && !leadsOn(document, link)) {
              targets.add(new Target(addresses, front(link.url())));
            }
          }
          return targets;
        });
  }

  /// The words of all of a document's links.
  List<LinkWords> linkWords(Document document) {
    return linkWords.computeIfAbsent(
        document.id(),
        _ ->
            document.content().links().stream()
                .map(link -> new LinkWords(" " + stems(link.text()) + " ", link.url()))
                .toList());
  }

  /// What a document's outlet may be called by: its source, its name, its domain, its channel, the
  /// outlet of its name.
  Set<String> keys(Document document) {
    return keys.computeIfAbsent(document.id(), _ -> read(document));
  }

  private Set<String> read(Document document) {
    Set<String> names = new HashSet<>();
    names.addAll(owner(document));
    CanonicalUrl.parse(document.address().canonical())
        .ifPresent(
            url -> {
              names.add(url.domain());
              names.add(url.host().replaceFirst("^www\\.", ""));
              names.add(nameKey(url.domain().replaceFirst("\\..*", "")));
            });
    names.addAll(Channels.ofPost(document.address().canonical()));
    return names;
  }

  /// Whether a document's own outlet is meant: by any of its keys, or by a part of its name
  /// («Диалог» of «ИА "Диалог"») that is not the name of another outlet.
  boolean isOwn(Document document, List<String> named, Optional<String> name) {
    String own = " " + stems(document.publisher().name()) + " ";
    return named.stream().anyMatch(keys(document)::contains)
        || name.filter(said -> outlet(said).isEmpty())
            .map(Outward::stems)
            .filter(said -> !said.isEmpty() && own.contains(" " + said + " "))
            .isPresent();
  }

  /// What the publisher itself is known by, as a source of its own.
  Set<String> owner(Document document) {
    Set<String> names = new HashSet<>(keys(document.publisher().name()));
    names.add(document.publisher().id());
    return names;
  }

  /// What a name that a text writes may be known by, the surest first.
  List<String> keys(String name) {
    String key = key(name);
    List<String> found = new ArrayList<>(List.of(key));
    outlet(name).map(Outlets.Outlet::key).ifPresent(found::add);
    found.add(nameKey(name));
    return found;
  }

  /// Equal for a name in all its forms, and no key of another kind.
  private static String nameKey(String name) {
    return "name " + stems(name);
  }

  static String stems(String name) {
    return Words.of(name).stream()
        .filter(word -> !word.norm().equals("the"))
        .map(Word::stem)
        .collect(Collectors.joining(" "));
  }

  /// A name as a text writes it: a channel's in its one form, a domain in small letters.
  private static String key(String name) {
    String channel = Channels.key(name);
    return channel.equals(name) && name.indexOf('.') > 0 && name.indexOf(' ') < 0
        ? name.toLowerCase(Locale.ROOT)
            .replaceFirst("^(?:https?://)?(?:www\\.)?", "")
            .replaceFirst("/$", "")
        : channel;
  }

  /// The keys of whoever's page a link leads to, when a publisher has it: a channel's and its
  /// outlet's, else the host's and the domain's.
  List<String> publisher(String url) {
    Optional<CanonicalUrl> canonical = CanonicalUrl.parse(url);
    String address = canonical.map(CanonicalUrl::value).orElse(url);
    String channel = Channels.key(address);
    List<String> found = new ArrayList<>();
    if (!channel.equals(address)) {
      found.add(channel);
      outlets.find(channel).ifPresent(outlet -> found.add(outlet.key()));
    } else {
      canonical.ifPresent(page -> found.add(page.host().replaceFirst("^www\\.", "")));
    }
    return found;
  }

  private List<String> front(String url) {
    boolean root =
        CanonicalUrl.parse(url)
            .filter(page -> page.value().matches("https?://[^/]+/(?:\\?.*)?"))
            .isPresent();
    boolean channel = url.matches("https?://(?:www\\.)?(?:t|telegram)\\.me/\\w+/?");
    return root || channel ? publisher(url) : List.of();
  }

  /// The line that the words of a link stand in leads on to other texts.
  private static boolean leadsOn(Document document, Link link) {
    String body = document.content().body();
    int at = link.text().isBlank() ? -1 : body.indexOf(link.text());
    if (at < 0) {
      return false;
    }
    String line = body.substring(body.lastIndexOf('\n', at) + 1, at + link.text().length());
    return LEADS_ON.matcher(line).lookingAt();
  }
}
