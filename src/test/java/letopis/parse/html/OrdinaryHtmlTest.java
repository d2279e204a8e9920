package letopis.parse.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import letopis.bench.extract.TreeCheck;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinaryHtmlTest {
  private static final String BASE = "https://gorod.example/news/";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html lang=ru><head><title>Мост &amp; река</title></head>"
            + "<body class='a b'><p>Один<p>Два<br>три</body></html>\n",
        "text before any tag",
        "\n <p>no head",
        "<html>\n<head>\n<meta name=x content=y>\n text ends the head<div>x</div>",
        "<head></head>\n<script>var a;</script><style>p{}</style>\n<body>x",
        "<head><noscript><img src=x><style>a</style></noscript></head><body>y",
        "<noscript><div><p>one<p>two</div></noscript><p>three",
        "<base href=/other/><p><a href=x>y</a>",
        "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
        "<dl><dt>a<dd>b<dt>c<dd>d</dl>",
        "<p>a<div>b</p>c</div></p>",
        "<p>a<main>b<section>c</main>d",
        "<h1>a<h2>b</h1>c",
        "<div><span>a</div>b</span>",
        "<b>a<i>b</b>c</i>d",
        "<p><b>a<p>b<p>c</b>d",
        "<a href=1>a<a href=2>b</a>c",
        "<font color=red><font color=red><font color=red><font color=red><p>x<p>y",
        "<table><tr><td>a<td>b<tr><th>c</table>d",
        "<table><caption>x</caption><colgroup><col><col></colgroup><thead><tr><th>a</thead>"
            + "<tbody><tr><td>b<table><tr><td>c</table></td></tr></tbody></table>",
        "<table>\n<form action=x><tr>\n<td><b>a</td><td>b</td></tr></form></table>c",
        "<p>a<table><tr><td>b</table>",
        "<!doctype html><p>a<table><tr><td>b</table>",
        "<form>a<form>b</form>c<input type=text></form>d",
        "<select><option>a<option selected>b<optgroup label=x><option>c</select>d",
        "<table><tr><td><select><option>a</table>b",
        "<button>a<button>b</button>c",
        "<object><b>a</object>b<object></b>c</object>",
        "<textarea>\n<p>a</p></textarea><pre>\nb</pre><pre>\r\nc</pre>",
        "<iframe><p>a</p></iframe><title>late</title>b",
        "<script>if (a < b && '<!--') { '<script>x</script>' } --></script>after",
        "<script>document.write('<p>a</p>')</SCRIPT >after",
        "<style><!-- p > a {} --></style >x",
        "<svg viewBox='0 0 1 1'><title>Icon</title><path d='M0'/><g><path></g></svg>after",
        "a<!-- comment -->b<!---->c<!--->d<!-- a -- b --->e",
        "a<?php x ?>b<![CDATA[c]]>d<!x>e",
        "1 < 2 <3 a< b<",
        "&lt;&eacute;&#1052;&#x41c;&nbsp;&copy;2 &unknown; &amp &#150; &ampx; AT&T",
        "<a href='?a=1&b=2&copy=3&amp;d=4&lang;&quot;'>x</a>",
        "<img src=a alt=\"x>y\" class = 'b' hidden/><img src='b'class=c><br/><p/>x",
        "<DIV CLASS=X ID=y ID=z>a</Div>",
        "<body class=a><body id=b class=c><html lang=en>x",
        "<p>a</body>\n</html>\nb<p>c",
        "</p>a</br>b</div></span>c",
        "<amp-img src=x><div>a</amp-img>b</div>",
        "<o:p>a</o:p><my-part><p>b</my-part>",
        "<ruby-like>a<rt>b</ruby-like>",
        "<p>x\u00a0y\u2003z</p>\r\n\t<p> </p>",
      })
  void readsWhatJsoupReads(String html) {
    assertThat(TreeCheck.shape(parsed(html).orElseThrow()))
        .isEqualTo(TreeCheck.shape(Jsoup.parse(html, BASE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>a<p>b</b>c",
        "<table>a<tr><td>b</table>",
        "<table><div>a</div><tr><td>b</table>",
        "<svg><p>a</svg>",
        "<svg><foreignObject><p>a</svg>",
        "<template><p>a</template>",
        "<frameset><frame src=a></frameset>",
        "<math><mi>a</math>",
        "<ruby>a<rt>b</ruby>",
        "<plaintext>a",
        "<p>a<!-- no end",
        "<script>no end",
        "<p class='no end",
        "<p>a\0b",
        "<div\"x>a",
        "",
      })
  void leavesToJsoupWhatIsNotOrdinary(String html) {
    assertThat(parsed(html)).isEmpty();
  }

  @Test
  void leavesPagesThatAreTooDeepToJsoup() {
    assertThat(parsed("<div>".repeat(400) + "a")).isPresent();
    assertThat(parsed("<div>".repeat(600) + "a")).isEmpty();
  }

  @Test
  void resolvesAddressesAsJsoupDoes() {
    Document document = parsed("<base href='/a/'><a href='b?c=1&amp;d'>x</a>").orElseThrow();

    assertThat(document.selectFirst("a").absUrl("href"))
        .isEqualTo("https://gorod.example/a/b?c=1&d");
  }

  private static Optional<Document> parsed(String html) {
    return OrdinaryHtml.parse(html.getBytes(StandardCharsets.UTF_8), BASE);
  }
}
