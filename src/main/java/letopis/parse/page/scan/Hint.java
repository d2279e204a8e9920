package letopis.parse.page.scan;

/// What the names that a site's authors give to an element (`class`, `id`, `role`, `itemprop`) say
/// about what it holds. The order is the order of features in the model: append only.
public enum Hint {
  BODY(
      "",
      "articlebody articlecontent articletext articlemain entrycontent postcontent posttext"
          + " postbody storybody storycontent storytext contentbody bodycopy bodytext newstext"
          + " newsbody newscontent newsdetail fulltext detailtext textbody richtext articleinner"
          + " artikeltext contenttext textcontent singlecontent pagecontent maincontent blogcontent"
          + " copytext paragraph articlecopy articlecorpus cuerpo corpo contenido conteudo"
          + " articlefull sectioncontent markdown prose"),
  CONTENT(
      "content main article articles post story entry text body copy news hentry detail single"
          + " page",
      "content article"),
  NAVIGATION(
      "nav menu tabs tab pager skip top toolbar links crumbs",
      "navbar navigation breadcrumb pagination topbar menuitem mainmenu submenu sitemap navlist"),
  SIDE(
      "aside rail secondary complementary widget widgets side right left extra",
      "sidebar rightcol leftcol rightrail widget marginal"),
  FOOTER("foot bottom colophon contentinfo after", "footer"),
  HEADER("head masthead top hero banner", "header masthead"),
  COMMENT(
      "respond replies reply forum opinions disqus",
      "comment kommentar discussion disqus livefyre comentari respond"),
  SHARE(
      "fb tw vk sns follow like likes whatsapp telegram",
      "share sharing social addthis facebook twitter pinterest"),
  RELATED(
      "more also similar next prev previous latest popular trending most cards onward mehr weitere"
          + " linkbox moreon recent top hot last other others seealso",
      "related recommend readmore readalso seealso alsoread outbrain taboola popular trending"
          + " mostread suggest recirc crosslink readnext morenews similar latestnews teaser"
          + " lastnews othernews relation promobox underarticle"),
  AD(
      "ad ads adv dfp gpt adbox adslot promo mpu werbung reklama commercial partner sponsor",
      "advert sponsor anzeige werbung reklam banner adcontainer promot adsense affiliate publicidad"
          + " googlead"),
  CAPTION(
      "caption credit credits figure photo image img picture media video legend bu wpcaption",
      "caption figcaption photocredit imagecredit bildunterschrift gallery slideshow videoplayer"
          + " lightbox photo"),
  BYLINE(
      "author authors autor auteur avtor writer bio vcard profile by contributor staff",
      "byline author biograph contributor"),
  DATA(
      "date time meta info dateline kicker views counter label rubric stat stats posted updated"
          + " data",
      "timestamp metadata publish postmeta entrymeta articleinfo articlemeta readingtime datetime"),
  TAG(
      "tag tags topic topics keywords category categories cat labels subject taxonomy themes",
      "taglist catlinks hashtags keyword tagcloud posttags entrytags"),
  CONSENT(
      "cookie cookies consent gdpr cmp notice alert notification privacy",
      "cookie consent onetrust didomi usercentrics"),
  SIGNUP(
      "login signup register subscribe subscription premium piano abo donate membership plus",
      "newsletter subscri paywall regwall signup signin registration abonn donation mailinglist"),
  POPUP(
      "modal overlay dialog tooltip dropdown toast hidden sr hide noscript",
      "popup modal overlay dropdown lightbox visuallyhidden sronly screenreader noprint"),
  LEAD(
      "lead summary subtitle standfirst dek excerpt intro abstract chapo anons announce description"
          + " teaser deck sub lede subline",
      "standfirst vorspann subtitle subheadline articlelead articleintro excerpt leadtext lead"),
  TITLE("title headline heading h1", "headline articletitle entrytitle posttitle"),
  BOX(
      "box quote callout inset embed factbox infobox highlight aside note",
      "factbox infobox pullquote blockquote callout embed infografi"),
  LISTING(
      "list feed grid items item archive stream carousel slider swiper rows cards card loop slide",
      "carousel slider swiper newslist postlist itemlist articlelist listitem gridview"),
  LEGAL(
      "copyright legal disclaimer license imprint terms rights source",
      "copyright disclaimer licens"),
  SEARCH(
      "search form filter poll vote survey quiz rating field input select options",
      "searchform searchbox polls voting survey"),
  SHOP(
      "product price cart shop buy store basket checkout deal sku",
      "product addtocart pricing shopping"),
  TOOL(
      "print tools actions button btn cta bookmark font size controls toggle widget",
      "printbutton fontsize toolbox button"),
  CONTENTS("toc outline contents index jump", "tableofcontent"),
  NOTES("footnote footnotes references reference biblio cite source sources", "footnote reflist"),
  /// A post of a social network that the article shows.
  POST(
      "tweet",
      "twittertweet twittervideo instagrammedia tiktokembed fbpost blueskyembed redditembed"
          + " telegrampost embeddedtweet");

  /// Names that must be a whole word of the attribute, and names that may be anywhere in it once
  /// hyphens and underscores are left out.
  final String words;

  final String parts;

  static final Hint[] ALL = values();

  Hint(String words, String parts) {
    this.words = words;
    this.parts = parts;
  }
}
