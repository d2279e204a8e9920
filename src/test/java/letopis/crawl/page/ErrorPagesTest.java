package letopis.crawl.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import letopis.document.Content;
import org.junit.jupiter.api.Test;

class ErrorPagesTest {
  private static final String ANNOUNCED = "Мост через Зею откроют раньше срока";

  @Test
  void aFewWordsAboutSomethingElseStandForAnArticle() {
    assertThat(stands("Упс!", "Здесь ничего нет. Попробуйте начать с главной.", ANNOUNCED))
        .isTrue();
    assertThat(stands("Oops", "This page has flown away.", ANNOUNCED)).isTrue();
  }

  @Test
  void anyWordOfTheTitleInAnyInflectionMakesItTheArticle() {
    assertThat(stands("Коротко", "Движение по новому мосту начнут в мае.", ANNOUNCED)).isFalse();
  }

  @Test
  void aLongTextAndAnEntryWithoutATitleAreNotJudged() {
    assertThat(stands("Упс!", "слово ".repeat(100), ANNOUNCED)).isFalse();
    assertThat(stands("Упс!", "Здесь ничего нет.", "Фото")).isFalse();
    assertThat(stands("Упс!", "Здесь ничего нет.", "")).isFalse();
  }

  @Test
  void whatALinkSaysOfItselfAnnouncesNothing() {
    String news = "Движение по новому мосту начнут в мае.";
    for (String call :
        List.of(
            "Читать далее",
            "Читать полностью",
            "Подробнее на сайте",
            "Узнайте подробности здесь",
            "Смотреть видео полностью",
            "Read more about this",
            "Continue reading",
            "View full story")) {
      assertThat(stands("Коротко", news, call)).as(call).isFalse();
    }
    assertThat(stands("Упс!", "Новость удалена.", "Новость: мост через Зею откроют"))
        .as("its words count on the page all the same")
        .isFalse();
  }

  private static boolean stands(String title, String body, String announced) {
    Content content =
        new Content(
            title,
            "",
            body,
            "ru",
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return ErrorPages.standsFor(content, announced);
  }
}
