package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
  void aLastSentenceAboutAnUndertakingOrAPriceIsNoCallToSubscribe() {
    String claim = "Суд избрал меру пресечения. Это подписка о невыезде.";
    assertThat(Pasted.claim(claim)).isEqualTo(claim);
    assertThat(Pasted.claim("Мост закрыли. Подписка на канал Река")).isEqualTo("Мост закрыли.");
  }

  @Test
  @Timeout(10)
  void aClaimOfEmptyLinesIsReadInOnePass() {
    String claim = "а б в" + "\n ".repeat(49_000) + "г";
    assertThat(Pasted.claim(claim)).isEqualTo(claim);
  }

  @Test
  void whatSpeaksOfSubscribingItselfStays() {
    String claim = "Президент подписал закон о подписке на газеты и предложил подписаться всем.";
    assertThat(Pasted.claim(claim)).isEqualTo(claim);
    assertThat(Pasted.claim("https://river.example/1")).isEqualTo("https://river.example/1");
  }
}
