package letopis.parse.page.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import letopis.document.Link;
import org.junit.jupiter.api.Test;

class HtmlTextTest {
  private static final URI BASE = URI.create("https://vestnik.example/feed");

  @Test
  void turnsStructureIntoLinesAndKeepsEveryWord() {
    String html =
        "<h2>Мост</h2><p>Первый <b>абзац</b>.</p><ul><li>раз</li><li>два</li></ul>Строка<br>ещё"
            + " строка<table><tr><td>а</td><td>б</td></tr></table><script>x()</script>";

    assertThat(HtmlText.toText(html, BASE))
        .isEqualTo("Мост\nПервый абзац.\n- раз\n- два\nСтрока\nещё строка\nа | б");
  }

  @Test
  void resolvesLinks() {
    assertThat(HtmlText.of("<a href='/a'>раз</a> <a href='#x'>нет</a>", BASE).links())
        .contains(new Link("https://vestnik.example/a", "раз"));
  }

  @Test
  void takesPlainTextAsItIs() {
    assertThat(HtmlText.toText("5 < 6 & 7", BASE)).isEqualTo("5 < 6 & 7");
  }
}
