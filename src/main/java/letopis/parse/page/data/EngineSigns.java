package letopis.parse.page.data;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import letopis.parse.page.scan.Addresses;
import org.jsoup.nodes.Element;

/// What the site's engine says of a page in the names of `<body>` and `<html>`: WordPress, Joomla,
/// Drupal, Magento, OpenCart, Shopify, Ghost and Blogger write there which of their templates the
/// page is made of.
public final class EngineSigns {
  private static final Set<String> LISTS =
      Set.of(
          // WordPress; `paged` is a further page of any list.
          "archive",
          "paged",
          "search-results",
          "post-type-archive",
          // Joomla
          "view-category",
          "view-categories",
          "view-itemlist",
          // Drupal
          "page-taxonomy-term",
          "path-taxonomy",
          "page-taxonomy",
          // Magento, OpenCart
          "catalog-category-view",
          "catalogsearch-result-index",
          "product-category",
          // Shopify, Ghost, Blogger, Squarespace
          "template-collection",
          "template-blog",
          "template-search",
          "tag-template",
          "author-template",
          "feed-view",
          "archive-view",
          "view-list");

  /// The list of posts of WordPress and Joomla; some themes name more so.
  private static final Set<String> LIKE_LISTS = Set.of("blog", "view-featured");

  private static final Set<String> POSTS =
      Set.of(
          "single-post",
          "single-format-standard",
          "view-article",
          "node-type-article",
          "page-node-type-article",
          "node-type-news",
          "page-node-type-news",
          "template-article",
          "post-template",
          "item-view");

  private static final Set<String> FORUMS =
      Set.of("bbpress", "phpbb", "xenforo", "vbulletin_html", "single-forum", "single-topic");

  private final boolean post;
  private final boolean list;
  private final boolean likeList;
  private final boolean forum;

  EngineSigns(Element body) {
    Set<String> names = new HashSet<>();
    for (Element element = body; element != null; element = element.parent()) {
      names.addAll(element.classNames());
      names.add(Addresses.written(element, "id").toLowerCase(Locale.ROOT));
    }
    forum = !Collections.disjoint(names, FORUMS);
    post = names.contains("single") && !forum || !Collections.disjoint(names, POSTS);
    list = !post && !Collections.disjoint(names, LISTS);
    likeList = !post && !Collections.disjoint(names, LIKE_LISTS);
  }

  /// One post, by itself.
  public boolean isPost() {
    return post;
  }

  /// A list of posts, goods or findings.
  public boolean isList() {
    return list;
  }

  /// A page named as lists are, and some others.
  public boolean isLikeList() {
    return likeList;
  }

  /// A page of a forum.
  public boolean isForum() {
    return forum;
  }
}
