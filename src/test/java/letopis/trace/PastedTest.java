package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedTest {
  @Test
  void addressesMarksAndCallsToSubscribeAreNoPartOfAClaim() {
    assertThat(
            Pasted.claim(
                "**Мост закрыли на 18 дней.** Жителей [предупредили](https://river.example/a?b=c)."
                    + " [👉 ](https://t.me/+abc)[Река +. Подписаться](https://t.me/+abc)"))
        .isEqualTo("Мост закрыли на 18 дней. Жителей предупредили. 👉");
    assertThat(
            Pasted.claim(
                "Мост закрыли на 18 дней.\nhttps://river.example/1\nПодписывайтесь на Реку"))
        .isEqualTo("Мост закрыли на 18 дней.");
    assertThat(Pasted.claim("The bridge is closed! Subscribe to River News"))
        .isEqualTo("The bridge is closed!");
  }

  @Test
  void whatSpeaksOfSubscribingItselfStays() {
    String claim = "Президент подписал закон о подписке на газеты и предложил подписаться всем.";
    assertThat(Pasted.claim(claim)).isEqualTo(claim);
    assertThat(Pasted.claim("https://river.example/1")).isEqualTo("https://river.example/1");
  }
}
