package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import org.junit.jupiter.api.Test;

/// The text of articles in forms that papers use, each on a page of its own under `pages/`.
class PageFormsTest {
  private static final Instant CAPTURED = Instant.parse("2026-11-23T18:00:00Z");

  @Test
  void aLiveBlogIsAnArticleWithAllItsPosts() {
    assertThat(text("live-blog.html"))
        .contains("Мы следим за тем, как живёт посёлок.")
        .containsSubsequence(
            "Занятия в двух школах",
            "Дорожная служба перекрыла",
            "Двенадцать семей переехали",
            "К утру Быстрая поднялась");
  }

  @Test
  void aGalleryKeepsItsWordsAndNotTheNamesOfPhotographers() {
    assertThat(text("gallery.html"))
        .startsWith("В субботу на площади")
        .contains("Следующая ярмарка пройдёт")
        .doesNotContain("Лугов")
        .doesNotContain("Поделиться");
  }

  @Test
  void aPartOfALongerStoryComesWithoutItsPager() {
    assertThat(text("multi-part.html").lines())
        .containsExactly(
            "Весной камень возили на санях, пока держался лёд, а с апреля перешли на баржи."
                + " Начальник участка вёл дневник, и по нему видно, как менялись планы.",
            "Первая зима",
            "Морозы ударили в ноябре, бетон схватывался прямо в тачках. Рабочие жгли костры под"
                + " опалубкой и спали по очереди в двух бараках у дороги.",
            "Письма домой",
            "Письма шли месяц. В них мало жалоб и много просьб: прислать варежки, табак и"
                + " карандаши для вечерней школы, которую открыли прямо на стройке.");
  }

  @Test
  void aTextThatScriptsWriteIsReadWhereItIsGivenToReadersWithoutScripts() {
    assertThat(text("told-without-scripts.html"))
        .startsWith("Мастерская на Заречной улице")
        .contains("За год здесь починили")
        .endsWith("открыта по субботам.");
  }

  @Test
  void aCookieWallIsNoPartOfTheArticle() {
    assertThat(text("cookie-wall.html"))
        .startsWith("Центральная библиотека")
        .endsWith("старые билеты действуют.")
        .doesNotContain("cookie");
  }

  @Test
  void whatOneMayReadAlsoIsLeftOut() {
    assertThat(text("read-also.html").lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).doesNotContain("Почему", "Тариф", "Проект", "теме"));
  }

  @Test
  void tablesAndQuotesStayInTheirPlace() {
    assertThat(text("table-quote.html"))
        .containsSubsequence(
            "утвердил районный совет",
            "Маршрут | Было, рублей | Станет, рублей",
            "Вокзал — Заводская | 30 | 34",
            "«Мы держали цену три года",
            "Льготы сохранятся");
  }

  @Test
  void aLeadThatStandsTwiceIsKeptOnce() {
    assertThat(text("lead-once.html")).containsOnlyOnce("Аллею из ста лип").contains("Саженцы");
  }

  @Test
  void anArticleEndsWhereThePageGoesOnWithTheNext() {
    assertThat(text("next-article.html"))
        .startsWith("Склад стройматериалов")
        .endsWith("а потом занялись доски.");
  }

  @Test
  void aRefrainIsNoRepetition() {
    String refrain = "<p>Ой, по реке плывут белые льдины, скоро вернётся мой милый домой.</p>";
    String html =
        "<html><head><title>Песня о реке</title></head><body><article><h1>Песня о реке</h1>"
            + "<p>Утром на берег я выйду встречать лодки, что с моря идут по весне.</p>"
            + refrain
            + "<p>Вечером лампу поставлю на окна, чтобы светила она в темноте.</p>"
            + refrain
            + "</article></body></html>";

    assertThat(text(html, "https://vestnik.example/song/").lines()).hasSize(4);
  }

  private static String text(String name) {
    try (InputStream in = PageFormsTest.class.getResourceAsStream("/pages/" + name)) {
      return text(
          new String(in.readAllBytes(), StandardCharsets.UTF_8),
          "https://vestnik.example/news/" + name.replace(".html", "/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String html, String url) {
    PageResult result =
        new PageExtractor().extract(PageInput.of(html, Optional.of(URI.create(url)), CAPTURED));
    assertThat(result).isInstanceOf(PageResult.Article.class);
    return ((PageResult.Article) result).content().body();
  }
}
