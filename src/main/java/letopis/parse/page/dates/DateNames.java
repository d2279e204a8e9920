package letopis.parse.page.dates;

import letopis.parse.pattern.Keywords;

/// What sites call the date of an article: names of `<meta>` elements, and words beside a date.
final class DateNames {
  /// These say when it was published and nothing else.
  static final String[] PUBLISHED = {
    "article:published_time",
    "datepublished",
    "og:published_time",
    "og:article:published_time",
    "rnews:datepublished",
    "article:published",
    "article.published",
    "article:publicationdate",
    "article_date_original",
    "originalpublicationdate",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "date_published",
    "publish-date",
    "publishdate",
    "publish_date",
    "published-date",
    "published_date",
    "publisheddate",
    "publish_time",
    "publishtime",
    "article-publish-date",
    "publication_date",
    "publishedtime",
    "pubdate",
    "pub_date",
    "og:pubdate",
    "bt:pubdate",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "citation_publication_date",
    "shareaholic:article_published_time",
    "mediator_published_time",
    "ptime",
    "ob:date"
  };

  /// These are as often the time of the last change, of the upload or of the page's making.
  static final String[] UNCLEAR = {
    "date",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dc.date.created",
    "citation_date",
    "article:create_at",
    "datecreated",
    "created",
    "release_date",
    "displaydate",
    "dateposted",
    "last-modified-date",
    "timestamp",
    "gentime"
  };

  static final String[] MODIFIED = {
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "article:updated_time",
    "modified_time",
    "modified-time",
    "modified-date",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "revised",
    "lastmodified",
    "cxenseparse:updatetime",
    "article:modified"
  };

  static final Keywords UPDATED_WORDS =
      new Keywords(
          "updated|modified|revised|обновлен|изменен|aktualisiert|geändert|mis à"
              + " jour|modifié|actualizad|atualizad|aggiornat|zaktualizowan|оновлен|last"
              + " edited|edited");
  static final Keywords PUBLISHED_WORDS =
      new Keywords(
          "publi|posted|erstellt|veröffentlicht|опублик|добавлен|дата|created|published|written|pubblicat|dodano|stand"
              + "|geplaatst|yayın|date");

  private DateNames() {}
}
