package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void aCheckersQuestionAndTrailingHashtagsAreNoPartOfAClaim() {
    assertThat(Pasted.claim("Правда ли, что мост закрыли на 18 дней?"))
        .isEqualTo("мост закрыли на 18 дней?");
    assertThat(Pasted.claim("Is it true that the bridge is closed?"))
        .isEqualTo("the bridge is closed?");
    assertThat(Pasted.claim("❗️ФЕЙК: мост закрыли на 18 дней.\n#мост #Река_новости"))
        .isEqualTo("мост закрыли на 18 дней.");
    String claim = "Правда о закрытии моста на Реке скрыта в отчёте #мост";
    assertThat(Pasted.claim(claim)).isEqualTo(claim);
  }

  @Test
  void whatAChannelCriesBeforeANewsIsNoPartOfAClaim() {
    assertThat(
            Pasted.claim(
                "‼️🔥 СРОЧНО! Мост закрыли на 18 дней 😱\n"
                    + "#мост #Река\n"
                    + "👉 Подписаться: https://t.me/r"))
        .isEqualTo("Мост закрыли на 18 дней 😱");
    assertThat(Pasted.claim("⚡️Молния. «Мост закрыт», — сказал мэр"))
        .isEqualTo("«Мост закрыт», — сказал мэр");
    assertThat(Pasted.claim("Срочно — мост закрыли на 18 дней"))
        .isEqualTo("мост закрыли на 18 дней");
    assertThat(Pasted.claim("Breaking: $5 million for the bridge"))
        .isEqualTo("$5 million for the bridge");
    for (String claim :
        List.of(
            "Срочно нужна кровь второй группы",
            "Молния — причина пожара на складе у Реки",
            "Внимание-то мэр обещал ещё весной",
            "Urgent-care centers close their doors for 18 days")) {
      assertThat(Pasted.claim(claim)).isEqualTo(claim);
    }
  }

  @Test
  void whatPeopleAskAroundARumourIsNoPartOfIt() {
    for (String asked :
        List.of(
            "Кто-нибудь слышал, что мост закрыли на 18 дней? Это фейк?",
            "Подскажите, правда что мост закрыли на 18 дней? Правда или нет??",
            "Слышала, будто мост закрыли на 18 дней?",
            "FWD: Fw: мост закрыли на 18 дней",
            "RT @river: мост закрыли на 18 дней",
            "А вы знали, что мост закрыли на 18 дней?",
            "Говорят, что мост закрыли на 18 дней? Перешлите всем!!! 🙏",
            "мост закрыли на 18 дней? Проверьте пожалуйста")) {
      assertThat(Pasted.claim(asked)).as(asked).startsWith("мост закрыли на 18 дней");
      assertThat(Pasted.claim(asked)).as(asked).hasSizeLessThan(26);
    }
    assertThat(Pasted.claim("Has anyone heard that the bridge is closed? Fake?"))
        .isEqualTo("the bridge is closed");
    assertThat(Pasted.claim("I keep hearing that the bridge is closed. True or false?"))
        .isEqualTo("the bridge is closed");
    assertThat(Pasted.claim("\"The bridge is closed\" — forwarded many times, please share!!"))
        .isEqualTo("\"The bridge is closed\"");
  }

  @Test
  void whatSoundsLikeACallOrAQuestionAndIsToldStays() {
    for (String claim :
        List.of(
            "Мост закрыли. Последние сотрудники перешли на удалёнку",
            "Мэр сказал, что это неправда",
            "Пишут диктант сегодня все школы города",
            "Did you know him, asked the judge",
            "The bridge is closed. Experts shared this view")) {
      assertThat(Pasted.claim(claim)).isEqualTo(claim);
    }
  }

  @Test
  void aCallAfterAnEmojiAndToSendItToOthersIsNoPartOfAClaim() {
    for (String call :
        List.of(
            "😱 Перешли друзьям!",
            "❗️Расскажи всем своим знакомым",
            "🔥 Подписывайтесь 👉 на наш канал",
            "! Делись с друзьями 🙏",
            "! Отправьте это родным и близким")) {
      assertThat(Pasted.claim("Река вышла из берегов. Мост закрыли на 18 дней" + call))
          .as(call)
          .startsWith("Река вышла из берегов. Мост закрыли на 18 дней")
          .hasSizeLessThan(49);
    }
    for (String claim :
        List.of(
            "Мост закрыли 😱 Пассажиры перешли на другой берег",
            "Мост закрыли. Жители перешли всем посёлком в школу",
            "Мост закрыли. Мэр попросил: расскажите, что видели")) {
      assertThat(Pasted.claim(claim)).isEqualTo(claim);
    }
  }

  @Test
  void anAddressAloneIsToldFromWords() {
    assertThat(Pasted.isAddress(" river.example/news/1 ")).isTrue();
    assertThat(Pasted.isAddress("https://река.example")).isTrue();
    assertThat(Pasted.isAddress("закрыт/открыт")).isFalse();
    assertThat(Pasted.isAddress("мост закрыт, см. river.example/news/1")).isFalse();
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
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aClaimOfCallsAloneIsNotReadAnewForEach() {
    assertThat(Pasted.claim("подпишись!\n".repeat(36_000))).isNotEmpty();
  }

  @Test
  void whatSpeaksOfSubscribingItselfStays() {
    String claim = "Президент подписал закон о подписке на газеты и предложил подписаться всем.";
    assertThat(Pasted.claim(claim)).isEqualTo(claim);
    assertThat(Pasted.claim("https://river.example/1")).isEqualTo("https://river.example/1");
  }
}
