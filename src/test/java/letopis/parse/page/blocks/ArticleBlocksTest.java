package letopis.parse.page.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import letopis.parse.page.data.PageContext;
import letopis.parse.page.data.PageData;
import letopis.parse.page.scan.Block;
import letopis.parse.page.scan.BodyText;
import letopis.parse.page.scan.PageScan;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleBlocksTest {
  private static final String TEXT =
      "<p>The council of the district decided on Monday to rebuild the old bridge over the river,"
          + " which is going to take about three years.</p>";
  private static final String REPLY =
      "<p>And who is going to pay for all of it, if one may ask the mayor who told us this?</p>";

  @Test
  void aHeadingInDoubtGoesWithWhatStandsUnderIt() {
    assertThat(chosen("<p>+a</p><h3>?What now</h3><p>+b</p>"))
        .containsExactly("+a", "?What now", "+b");
    assertThat(chosen("<p>+a</p><h3>?What now</h3><p>-b</p>")).containsExactly("+a");
  }

  @Test
  void anItemInDoubtGoesWithItsNeighbours() {
    assertThat(chosen("<ul><li>+a<li>?b<li>+c</ul>")).containsExactly("+a", "?b", "+c");
    assertThat(chosen("<ul><li>-a<li>?b<li>+c</ul>")).containsExactly("+c");
  }

  @Test
  void nothingFollowsForAParagraphOrACaptionInDoubt() {
    assertThat(chosen("<p>+a</p><p>?b</p><p>+c</p>")).containsExactly("+a", "+c");
    assertThat(chosen("<p>+a</p><figure><figcaption>?b</figcaption></figure><p>+c</p>"))
        .containsExactly("+a", "+c");
  }

  @Test
  void whoMadeThePicturesIsNoneOfIt() {
    for (String line :
        List.of(
            "Фото:",
            "Photo: A. Meadow",
            "A. Meadow/Getty Images",
            "Foto: dpa",
            "Фото с сайта vestnik.example",
            "Фото автора.",
            "© A. Meadow",
            "The bridge in spring. © AFP / A. MEADOW",
            "An dieser Stelle findest du einen externen Inhalt von YouTube.",
            "External Content",
            "EXTERNER INHALT",
            "Advertisement")) {
      assertThat(kept(TEXT + "<p>" + line + "</p>")).as(line).hasSize(1);
    }
    for (String line :
        List.of(
            "A photo of the bridge shows it.",
            "Фото семьи нашли в архиве.",
            "Video quality",
            "The bill makes platforms liable for external content.",
            "Die Seite lädt externe Inhalte von Facebook.",
            "Ads: a history")) {
      assertThat(kept(TEXT + "<p>" + line + "</p>")).as(line).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Подписывайтесь на наш <a href='https://t.me/v'>Телеграм-канал</a>, чтобы узнавать"
            + " новости первыми!</p>",
        "<p>Follow us on <a href='https://www.facebook.com/v'>Facebook</a></p>",
        "<p>Нашли ошибку? Выделите текст и нажмите Ctrl+Enter.</p>",
        "<p>Дата публикации: 19.11.2026</p>",
        "<p>Категория и время</p><p>Просмотров: 45 | Добавил: admin | Рейтинг: 5.0/1</p>",
        "<p>Сегодня, 09:15</p>",
        "<p>Сегодня, 09:15 | Автор: Ирина | Просмотров: 412</p>",
        "<p><b>Warning</b>: mysql_connect() [function.connect]: gone away in"
            + " <b>/var/www/db.php</b> on line <b>23</b></p>",
        "<p>24 ноября, 10:11 1 204</p>",
        "<p>Текст: Мария Лугова. Фото автора</p>",
        "<p><a href='/news/'>Возврат к списку</a></p>",
        "<div class='article__ad'><p>Реклама. ООО «Окна», erid: LjN8KQwer</p><p>Скидка на окна до"
            + " конца месяца!</p></div>",
        "<div><p>Читайте также</p><a href='/1'>Сколько заплатим за тепло в декабре</a></div>",
      })
  void whatASiteSaysOfThePageAndOfItselfIsNoneOfIt(String line) {
    String first = line.startsWith("<p>Категория") ? "Категория и время" : "The council";
    assertThat(kept(TEXT + line)).last().asString().startsWith(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Подписывайтесь на газету в любом отделении связи, просит редактор.</p>",
        "<p>Глава <a href='https://vk.com/g'>написал во ВКонтакте</a>, что мост откроют к"
            + " празднику.</p>",
        "<p>Просмотров: сто. Именно столько набрал ролик в первый день.</p>",
        "<p>24 ноября, 10:11. Вода прибывает.</p>",
        "<p>18:20</p>",
        "<p>Автор: неизвестен</p>",
        "<p>Астрида и Ерида: два имени одной реки</p>",
        "<div><p>Скидка на окна до конца месяца!</p></div>",
      })
  void whatOnlyBeginsLikeItStays(String line) {
    assertThat(kept(TEXT + line)).hasSize(2);
  }

  @Test
  void whereAPageSaysThatItIsNoArticleLessIsEnough() {
    String website = "<meta property='og:type' content='website'>";
    String text =
        "<p>" + "+Мост через Быструю открыт для всех ".repeat(5) + "</p><ul><li>Чиним мосты</ul>";
    assertThat(texts(website + text, 0.4f)).hasSize(2);
    assertThat(texts(text, 0.4f)).hasSize(1);
    assertThat(texts(website + "<time>23.11.2026</time>" + text, 0.4f)).hasSize(1);
  }

  @Test
  void besideAShortTextOnlyWhatStandsWithItIsTakenInDoubt() {
    String short_ =
        "<div class='t'><p>+Мост через Быструю открыт</p><p>?По нему пошли автобусы</p></div>";
    assertThat(texts(short_ + "<div class='w'><p>?Сегодня в районе облачно</p></div>", 0))
        .containsExactly("+Мост через Быструю открыт", "?По нему пошли автобусы");
    assertThat(texts("<div><p>?По нему пошли автобусы</p></div>", 0)).hasSize(1);
  }

  @Test
  void linesOfOneCellStandBelowEachOtherAndCellsBesideEachOther() {
    String table = "<table><tr><td>+Мост открыт<br><br>+Автобусы пошли<td>+Река</table>";
    assertThat(BodyText.of(blocks(table, 0)).text())
        .isEqualTo("+Мост открыт\n+Автобусы пошли | +Река");
  }

  @Test
  void whatReadersWroteBelowTheArticleIsNone() {
    String page = TEXT + "<div id='comments'><div>" + REPLY + "</div></div>";

    assertThat(kept(page)).hasSize(1).first().asString().startsWith("The council");
  }

  @Test
  void theTextStaysWhereItIsNamedForComments() {
    assertThat(kept("<div class='commentary'>" + TEXT + REPLY + "</div>")).hasSize(2);
  }

  /// All blocks as if the models were sure of each.
  private static List<String> kept(String html) {
    return texts(html, 0.9f);
  }

  /// Blocks that begin with a plus are sure, with a question mark in doubt; a sure paragraph stands
  /// before them.
  private static List<String> chosen(String html) {
    List<String> texts = texts(TEXT + html, 0);
    return texts.subList(1, texts.size());
  }

  private static List<String> texts(String html, float unmarked) {
    return blocks(html, unmarked).stream().map(block -> block.text).toList();
  }

  private static List<Block> blocks(String html, float unmarked) {
    PageScan scan = new PageScan(Jsoup.parse(html));
    PageContext context = new PageContext(scan, Optional.empty(), new PageData(scan));
    for (Block block : scan.blocks) {
      block.second =
          switch (block.text.charAt(0)) {
            case '+', 'T' -> 0.9f;
            case '?' -> 0.3f;
            default -> unmarked;
          };
    }
    return ArticleBlocks.of(context);
  }
}
