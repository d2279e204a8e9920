package letopis.parse.page.kind;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import letopis.parse.pattern.SievedPattern;

/// What the address of a page says about what the page is: a front page, a list, one item, a
/// thread of a forum.
final class AddressSigns {
  private static final Pattern ROOT = Pattern.compile("^/?$|^/[a-z]{2}/?$|^/index\\.\\w+$");
  private static final SievedPattern LISTING_PATH =
      new SievedPattern(
          "/(?:category|categories|tag|tags|topics?|authors?|archives?|rubrics?|search|news|latest|page|novosti"
              + "|sitemap|themes?|sections?|razdel|rubriki?|lenta|feed|all|issues|events|coupons|deals|jobs"
              + "|vacancies|podcasts|shows|videos|photos|galleries|stories|articles|posts|blog|catalogue?)/?$"
              + "|/(?:category|categories|tag|tags|author|rubric|rubrika?|razdel|collections?|archives?|issues?)/[^/]+/?$"
              + "|/(?:kategorien?|rubrik(?:en)?|rubriques?|categor[ií]as?|schlagwort(?:e|er)?|stichwort|etiquetas?|etiquettes?|mots?-cles?"
              + "|autoren|auteurs?|suche|recherche|buscar|poisk|metki?|tegi?|temy|teme)(?:/[^/]+)?/?$"
              + "|/page/\\d+/?$|^category/|/(?:19|20)\\d\\d(?:/[01]?\\d)?(?:/[0-3]?\\d)?/?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LISTING_QUERY =
      Pattern.compile(
          "(?:^|&)(?:(?:page|paged|pg|pagen_1|offset|start)=\\d+|(?:s|q|query|search|text|tag|cat|rubric)=[^&]+|d=\\d+&m=\\d+)",
          Pattern.CASE_INSENSITIVE);

  /// A number of one thing: `/news/?id=1234` is no list of news. `rubric_id=7` and `p=2` are.
  private static final Pattern ITEM_QUERY =
      Pattern.compile(
          "(?:^|&)(?:(?!(?:\\w*_)?(?:rubri[ck]a?|category|cat|section|tag|theme|topic|author|user|region|city|page)_?id)"
              + "(?:\\w*id|article|item|story|news|post)=\\d|[pn]=\\d{3})",
          Pattern.CASE_INSENSITIVE);

  /// A day with a name after it, or a long number: the address of one thing.
  private static final SievedPattern ITEM_PATH =
      new SievedPattern(
          "/(?:19|20)\\d\\d/[01]?\\d/(?:[0-3]?\\d/)?[^/]*[^/\\d][^/]*/?$|\\d{5}[^/]*/?$");

  private static final SievedPattern FORUM =
      new SievedPattern(
          "showthread|viewtopic|viewforum|/threads?/|/forums?/|/t/[\\w-]+/\\d+|/r/\\w+/comments/|/topic/\\d+"
              + "|/questions/\\d+",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MANUAL_HOST =
      Pattern.compile("(?:\\w+://)?(?:docs?|developers?|help|support|manual)\\.");

  private final String address;
  private final String path;
  private final String query;

  AddressSigns(Optional<URI> url) {
    this.address = url.map(URI::toString).orElse("");
    this.query = url.map(URI::getRawQuery).orElse("");
    this.path = url.map(it -> it.isAbsolute() ? it.getRawPath() : it.toString()).orElse("-");
  }

  boolean isRoot() {
    return ROOT.matcher(path).find() && query.isEmpty();
  }

  boolean isListing() {
    return LISTING_PATH.in(path) && !ITEM_QUERY.matcher(query).find();
  }

  boolean isItem() {
    return ITEM_PATH.in(path) && !LISTING_PATH.in(path) || ITEM_QUERY.matcher(query).find();
  }

  /// A page of a list that goes on, or what was searched for.
  boolean asksForListing() {
    return LISTING_QUERY.matcher(query).find();
  }

  boolean isForum() {
    return FORUM.in(address);
  }

  /// Manuals have a menu of their chapters on every page.
  boolean isManual() {
    return address.contains("/docs/")
        || address.contains("/documentation/")
        || MANUAL_HOST.matcher(address).lookingAt();
  }
}
