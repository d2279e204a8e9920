package letopis.bench.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import letopis.parse.PageInput;

/// A page that has one piece many times, as large or broken pages do, and hostile ones.
///
/// @param name what is repeated
/// @param before what stands before the pieces, behind a title and some text
/// @param piece the piece
/// @param after what stands after the pieces, before some more text
public record Shape(String name, String before, String piece, String after) {
  private static final String TEXT =
      "<p>The bridge over the river was closed on Monday, the city council said, for three"
          + " weeks.</p>";
  private static final String TITLE = "<title>Bridge closed | Herald</title><h1>Bridge closed</h1>";
  private static final String DATED =
      "<meta property=article:published_time content=2026-11-23T10:00:00Z>";

  /// All shapes that the extractor is held to.
  public static final List<Shape> ALL =
      List.of(
          of("paragraphs", TEXT + "<ul><li><a href=/x>A link</a></li></ul>"),
          of("links in a paragraph", "word and <a href='/news/x'>a link</a> "),
          of("words of one paragraph", "words without an end, 12 of 2026 "),
          of("digits of one line", "1/1/1 20261123"),
          of("nested lines of dates", "<div class='date info'>a "),
          of("nested bold words", "<b><i>a "),
          of("nested inline dates", "<span class=date>a "),
          of("nested authors", "<div class=author itemprop=author>a "),
          of("nested empty authors", "<div class=author itemprop=author>"),
          of("nested inline authors", "<span itemprop=author class=author>a "),
          of("nested headings", "<h2><div class=title>a "),
          of("nested tables", "<table><tr><td>"),
          of("nested buttons of a date", "<div class=date><button><span>"),
          of("dates", "<div class=date>23 November 2026, 14:05</div>"),
          of("times", "<time datetime='2026-11-23T10:00:00Z'>23 November</time>"),
          of("times of one line", "<time>23 November</time>, "),
          of("headings", "<h1>A heading of this page</h1><h2>Bridge</h2>"),
          of("parts of a heading", "</h1><h1><span>Bridge of the city</span>"),
          new Shape("elements of a heading", "<h1>", "<span>Bridge</span> ", "</h1>"),
          of("authors", "<span class=author>Ann Bell</span>"),
          of("lines of authors", "<p class=author>By Ann Bell</p>"),
          of("properties of authors", "<span itemprop=author>Ann Bell</span>"),
          of("links to authors", "<a rel=author href=/author/ann>Ann Bell</a> "),
          of("metas", "<meta name=author content='x y'>"),
          of("tags", "<a rel=tag href=/tag/x>bridge, river</a>"),
          of("scripts", "<script>var published = 1, pubDate = '2026-11'</script>"),
          of("comments", "<!-- Ann Bell, 23 November 2026 -->"),
          of("replies of readers", "<li class=comment>" + TEXT),
          of("nested replies of readers", "<div class=comment>a "),
          of("bold words beside rows", "<table><b>a "),
          of("breaks", "a<br><br>"),
          of("pictures", "<figure><img src=/x><figcaption>Photo: Ann Bell</figcaption></figure>"),
          of("attributions", TEXT + "<p>According to the Herald, as Reuters reports, "),
          of("источники", "Мост закрыт, сообщает ТАСС со ссылкой на «Вестник». "),
          new Shape("words of an attribute", "<div class='", "author-date news ", "'>a</div>"),
          new Shape("attributes", "<div ", "author data-x=1 title=y ", ">a</div>"),
          new Shape("pieces of a title", "<title>", "Bridge | Herald - ", "</title>"),
          new Shape("words of a heading", "<h1>", "Bridge closed | Herald ", "</h1>"),
          script("published = 1, pubDate: '"),
          script("2026-11-23T10:00"),
          script("PUB pub "),
          json("objects of data", "{\"@type\":\"NewsArticle\",\"headline\":\"Bridge\",\"x\":1},"),
          json("people of data", "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Bell\"},"),
          json("depth of data", "["));

  private static Shape of(String name, String piece) {
    return new Shape(name, "", piece, "");
  }

  private static Shape script(String piece) {
    return new Shape("script of " + piece, DATED + "<script>", piece, "</script>");
  }

  private static Shape json(String name, String piece) {
    return new Shape(name, "<script type=application/ld+json>[", piece, "1]</script>");
  }

  /// The page with so many pieces.
  public String page(int times) {
    return TITLE + TEXT.repeat(4) + before + piece.repeat(times) + after + TEXT.repeat(4);
  }

  /// The same as it is given to the extractor.
  public static PageInput input(String html) {
    return PageInput.of(
        html, Optional.of(URI.create("https://herald.example/news/1")), ExtractBench.NOW);
  }

  @Override
  public String toString() {
    return name;
  }
}
