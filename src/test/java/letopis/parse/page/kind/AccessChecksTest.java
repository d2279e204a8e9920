package letopis.parse.page.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessChecksTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Just a moment...</title>",
        "<title>Вестник</title><p>Материал недоступен для посетителей из вашей страны.",
        "<title>x</title><p>Доступ к сайту ограничен в вашем регионе",
        "<h1>This content is not available in your region</h1>",
        "<title>DDoS-Guard</title>",
        "<title>Технические работы</title><p>Мы скоро вернёмся.",
        "<title>502 Bad Gateway</title><hr>nginx",
        "<p>Подтвердите, что запросы отправляли вы, а не робот</p>",
        "<p>Wait.</p><script>window._cf_chl_opt={}</script>"
      })
  void whatStandsBeforeAPageIsKnown(String html) {
    assertThat(AccessChecks.in(html.getBytes(UTF_8), Optional.empty())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>Страница не найдена</title><p>Такой страницы нет.",
        "<title>Доступный автобус: маршрут открыли в вашем городе</title><p>Билет стоит 30 рублей.",
        "<title>Технические работы на дорогах начнутся в мае</title><p>Мост закроют.",
        "<title>Вестник</title><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'>"
      })
  void whatStandsInItsPlaceIsNoCheck(String html) {
    assertThat(AccessChecks.in(html.getBytes(UTF_8), Optional.empty())).isEmpty();
  }

  @Test
  void aLongTextThatSpeaksOfChecksIsAText() {
    String html = "<p>Сайт спросил, робот ли я: я не робот. " + "Слова идут дальше. ".repeat(60);
    assertThat(AccessChecks.in(html.getBytes(UTF_8), Optional.empty())).isEmpty();
  }

  @Test
  void randomBytesAreNoPageAndTextsInAnyCodingMayBe() {
    byte[] noise = new byte[2000];
    new java.util.Random(5).nextBytes(noise);
    assertThat(Binary.kind(noise)).isPresent();
    String text = "Паводок на Амуре: уровень воды поднялся за сутки. ".repeat(20);
    for (String charset :
        new String[] {"utf-8", "windows-1251", "koi8-r", "utf-16le", "utf-16be"}) {
      assertThat(Binary.kind(text.getBytes(java.nio.charset.Charset.forName(charset))))
          .as(charset)
          .isEmpty();
    }
  }
}
