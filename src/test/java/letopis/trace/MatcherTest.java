package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import letopis.text.StopWords;
import letopis.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {
  private static final String CLAIM =
      "При взрыве на заводе в Белогорске погибли 12 человек, сообщил губернатор Василий Орлов";
  private static final String BEFORE = "Утро началось с дождя. Движение по мосту перекрыли. ";
  private static final String AFTER = " Погода завтра будет ясной. Магазины работают как обычно.";

  private static Optional<Matcher.Found> find(String claim, String passage) {
    Matcher matcher = new Matcher(new Claim(claim, Rarity.unknown()));
    return matcher.find("Главное за день", BEFORE + passage + AFTER);
  }

  private static String passage(String passage, Matcher.Found found) {
    String body = BEFORE + passage + AFTER;
    return body.substring(found.aligned().start(), found.aligned().end());
  }

  @Test
  void theSameWordsAreVerbatimWhateverTheirCaseAndPunctuation() {
    String passage =
        "ПРИ ВЗРЫВЕ на заводе — в Белогорске! — погибли 12 человек: сообщил губернатор «Василий"
            + " Орлов».";
    Matcher.Found found = find(CLAIM, passage).orElseThrow();
    assertThat(found.match()).isEqualTo(Match.VERBATIM);
    assertThat(found.score()).isEqualTo(1);
    assertThat(passage(passage, found)).startsWith("ПРИ ВЗРЫВЕ").endsWith("Орлов");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER   | 12 → 120        | При взрыве на заводе в Белогорске погибли 120 человек, сообщил губернатор Василий Орлов
          NEGATION | погибли → не погибли | При взрыве на заводе в Белогорске не погибли 12 человек, сообщил губернатор Василий Орлов
          NAME     | Белогорске → Свободном | При взрыве на заводе в Свободном погибли 12 человек, сообщил губернатор Василий Орлов
          WORDING  | взрыве → пожаре | При пожаре на заводе в Белогорске погибли 12 человек, сообщил губернатор Василий Орлов
          NUMBER   | 12 → двадцать   | При взрыве на заводе в Белогорске погибли двадцать человек, сообщил губернатор Василий Орлов
          NAME     | Орлов → Петров  | При взрыве на заводе в Белогорске погибли 12 человек, сообщил губернатор Василий Петров
          """)
  void changesAreNamed(String kind, String change, String passage) {
    Matcher.Found found = find(CLAIM, passage).orElseThrow();
    assertThat(found.match()).isEqualTo(Match.EDITED);
    assertThat(found.aligned().changed())
        .anySatisfy(
            one -> {
              assertThat(one.kind().name()).isEqualTo(kind);
              assertThat(one.toString()).isEqualTo(change);
            });
    assertThat(found.aligned().changed()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          погибли двенадцать человек | погибли 12 человек
          погибли двадцать пять человек | погибли 25 человек
          погибли около двух тысяч человек | погибли около 2 тыс. человек
          ущерб составил 1,5 млн рублей | ущерб составил полтора миллиона рублей
          цены выросли на 12% | цены выросли на двенадцать процентов
          prices rose by twenty-five percent | prices rose by 25%
          погибли двeнaдцать человек | погибли 12 человек
          """)
  void aNumberInWordsIsTheSameInDigits(String claim, String passage) {
    Matcher.Found found = find(claim, passage).orElseThrow();
    assertThat(found.match()).isEqualTo(Match.VERBATIM);
    assertThat(found.aligned().changed()).isEmpty();
  }

  @Test
  void wordsInAnotherPlaceAreNamedOnceAsMoved() {
    Matcher.Found found =
        find(
                "Губернатор Орлов открыл в Белогорске новый завод железных труб",
                "В Белогорске губернатор Орлов открыл новый завод железных труб")
            .orElseThrow();
    assertThat(found.aligned().changed())
        .containsExactly(new Change(Change.Kind.ORDER, "Белогорске", "Белогорске"));
    assertThat(found.aligned().changed().getFirst()).hasToString("⇄ Белогорске");
  }

  @Test
  void numbersThatChangedPlacesAreOtherNumbers() {
    assertThat(
            changes(
                "Из 33 уголовных дел присяжные Белогорска рассмотрели 20 за минувшее лето",
                "Из 20 уголовных дел присяжные Белогорска рассмотрели 33 за минувшее лето"))
        .containsExactly("NUMBER 33 → 20", "NUMBER 20 → 33");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER 120 → 12         | на шахте погибли 120 человек, как передаёт местная газета, губернатор Орлов отправил в отставку министра угольной промышленности
          NAME Свободном → Озёрном | на шахте в Свободном погибли 12 человек, губернатор Орлов отправил в отставку министра угольной промышленности
          NEGATION не погибли → погибли | на шахте не погибли 12 человек, губернатор Орлов отправил в отставку министра угольной промышленности
          """)
  void aChangeInsideOfAMovedPhraseIsNamed(String change, String claim) {
    String said =
        "Губернатор Орлов отправил в отставку министра угольной промышленности: на шахте"
            + (claim.contains("Свободном") ? " в Озёрном" : "")
            + " погибли 12 человек"
            + (claim.contains("газета") ? ", как передаёт местная газета." : ".");
    assertThat(changes(claim, said))
        .contains(change)
        .allMatch(one -> one.equals(change) || one.startsWith("ORDER"));
  }

  private static List<String> changes(String claim, String passage) {
    return find(claim, passage).orElseThrow().aligned().changed().stream()
        .map(one -> one.kind() + " " + one)
        .toList();
  }

  @Test
  void aWordThatStandsInThePassageIsNotLookedForBeforeIt() {
    String claim = "Шахтёры Белогорска получили долги по зарплате за весну";
    Matcher.Found found =
        find(
                "за весну долги по зарплате получили шахтёры Белогорска",
                "О зарплате спорят. " + claim)
            .orElseThrow();
    assertThat(passage("О зарплате спорят. " + claim, found)).isEqualTo(claim);
  }

  @Test
  void wordsInAnyOrderAreComparedWithoutAFault() {
    String[] words =
        ("не 5 мая 12 Орлов в заводе без Nov. 2019 погибли, шахтёры. двенадцать мая не Белогорске"
                + " 3 2 долги никогда июня тыс. рублей «Луч» not May 7 зарплаты получили весной")
            .split(" ");
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      List<String> some = new ArrayList<>(List.of(words).subList(0, 8 + random.nextInt(22)));
      Collections.shuffle(some, random);
      String claim = String.join(" ", some.subList(0, some.size() - random.nextInt(4)));
      int cut = random.nextInt(some.size());
      Collections.rotate(some.subList(0, cut), 1 + random.nextInt(cut + 1));
      Collections.rotate(some, random.nextInt(some.size()));
      find(claim, String.join(" ", some))
          .ifPresent(found -> assertThat(found.aligned().changed()).doesNotContainNull());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '@',
      textBlock =
          """
          Шахты Белогорска закроют до осени, заявил в беседе с газетой президент Общества дружбы и делового сотрудничества с арабскими странами Вячеслав Матузов | Как отметил в интервью газете президент Общества дружбы и делового сотрудничества с арабскими странами Вячеслав Матузов, сделка не состоялась.
          Mines around Riverbank will close before winter, Inspector-General of Police Tan Sri Abdul Hamid Bador told reporters on Friday | Inspector-General of Police Tan Sri Abdul Hamid Bador told reporters that the search for the tourist goes on.
          """)
  void whoSaysSomethingIsNotWhatIsSaid(String claim, String passage) {
    assertThat(find(claim, passage)).isEmpty();
  }

  @Test
  void aBoundDeniesNothing() {
    assertThat(
            changes(
                "При взрыве на заводе в Белогорске погибли не менее 12 человек из третьего цеха",
                "При взрыве на заводе в Белогорске погибли 12 человек из третьего цеха"))
        .containsExactly("WORDING − не менее");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          пришли полторы тысячи человек | В Белогорске установили 1500 человек
          второго тура, отдав победу    | Второй тур в Белогорске. Победа за Орловым
          """)
  void fewWordsWithAnotherAmongThemAreNoWordingTakenOver(String claim, String passage) {
    assertThat(find(claim, passage).map(Matcher.Found::match))
        .isNotEqualTo(Optional.of(Match.EDITED));
  }

  @Test
  void whatTheTextGoesOnWithIsNoChange() {
    String claim = "The White House plans to name Wolf as acting secretary of homeland security";
    Matcher.Found found =
        find(
                claim,
                "The White House plans to name Wolf as acting secretary, Politico reported on"
                    + " Friday.")
            .orElseThrow();
    assertThat(found.aligned().changed())
        .containsExactly(new Change(Change.Kind.WORDING, "of homeland security", ""));
  }

  @Test
  void smallEnglishWordsAreNoNumbers() {
    Matcher.Found found =
        find(
                "The council will name the new head of the city hospital today",
                "The council will name the new head on the city hospital today")
            .orElseThrow();
    assertThat(found.aligned().changed())
        .containsExactly(new Change(Change.Kind.WORDING, "of", "on"));
  }

  @Test
  void wordsDerivedOfTheSameRootAreFound() {
    Matcher.Found found =
        find(
                "Первый трамвай на водородном топливе испытают в Белогорске",
                "В Белогорске начались испытания первого трамвая на водородных топливных элементах")
            .orElseThrow();
    assertThat(found.aligned().covered()).isGreaterThan(0.9);
    Roots roots = new Roots(Words.of("испытают открыли концерт"));
    assertThat(
            List.of("испытан", "открыт", "концерн", "концертник", "испол").stream().map(roots::of))
        .containsExactly("испыта", "откр", "концерн", "концертник", "испол");
  }

  @Test
  void whoHasNothingButTheNamesInCommonDoesNotTellTheClaim() {
    Rarity rare = word -> StopWords.has(word.norm()) ? Rarity.STOP : 1;
    Matcher matcher =
        new Matcher(
            new Claim(
                "Рабочие несут вещи на марше партии: Василий Орлов (Союз Белогорья), Анна Седых"
                    + " (Вольные Реки)",
                rare));
    assertThat(matcher.find("", "Союз Белогорья, Василий Орлов, Вольные Реки, Анна Седых"))
        .isEmpty();
    assertThat(
            matcher.find(
                "", "На марш вышли Василий Орлов, Союз Белогорья, Вольные Реки, Анна Седых"))
        .isPresent();
  }

  @Test
  void aClaimOfCommonWordsIsRetoldByNearlyAllOfThem() {
    Rarity common = word -> StopWords.has(word.norm()) ? Rarity.STOP : 0.3;
    Matcher matcher =
        new Matcher(
            new Claim("Воры взломали сайт городской больницы и украли данные пациентов", common));
    assertThat(
            matcher
                .find("", "Сайт городской больницы взломан ворами, украдены данные пациентов")
                .map(Matcher.Found::match))
        .contains(Match.PARAPHRASE);
    assertThat(matcher.find("", "Данные пациентов городской больницы есть на её сайте")).isEmpty();
  }

  @Test
  void amongNamesAloneTheNamesTellTheClaim() {
    Rarity rare = word -> StopWords.has(word.norm()) ? Rarity.STOP : 1;
    Matcher matcher =
        new Matcher(
            new Claim("Вратари: Василий Орлов (Белогорье), Анна Седых (Вольные Реки)", rare));
    assertThat(matcher.find("", "Анна Седых (Вольные Реки), ещё Василий Орлов (Белогорье)"))
        .isPresent();
  }

  @Test
  void aMistypedWordThatNobodyElseHasCountsAndIsNamed() {
    Rarity rare =
        word -> StopWords.has(word.norm()) ? Rarity.STOP : word.norm().startsWith("през") ? 1 : 0.5;
    Matcher matcher = new Matcher(new Claim("Презедент подписал закон о запрете вейпов", rare));
    Matcher.Found found =
        matcher.find("", "Президент подписал закон о запрете вейпов.").orElseThrow();
    assertThat(found.match()).isEqualTo(Match.EDITED);
    assertThat(found.aligned().changed()).hasSize(1);
    assertThat(matcher.find("", "Депутат подписал закон о запрете вейпов.")).isEmpty();
  }

  @Test
  void aHeadlineThatTellsTheSameNeedsLessInCommonThanAPassage() {
    Rarity common = word -> StopWords.has(word.norm()) ? Rarity.STOP : 0.5;
    Matcher matcher =
        new Matcher(
            new Claim("В Думе предложили разрешить не платить за некачественные услуги", common));
    String retold = "Депутат Думы предложил не оплачивать некачественные услуги";
    assertThat(matcher.find(retold, "").orElseThrow().match()).isEqualTo(Match.PARAPHRASE);
    assertThat(matcher.find("", retold)).isEmpty();
  }

  @Test
  void aShortClaimInOtherWordsIsFoundWhenNearlyAllOfItIsThere() {
    String claim = "В Енисейске пенсионерка напала с ножом на врача";
    Matcher.Found found =
        find(claim, "В Енисейске 79-летняя пенсионерка с ножом набросилась на врача").orElseThrow();
    assertThat(found.match()).isEqualTo(Match.PARAPHRASE);
    assertThat(find(claim, "В Енисейске пенсионерка вызвала врача")).isEmpty();
  }

  @Test
  void aShareIsNoCount() {
    Matcher.Found found =
        find(
                "На выборы в посёлке пришли 12 избирателей",
                "На выборы в посёлке пришли 12% избирателей")
            .orElseThrow();
    assertThat(found.aligned().changed())
        .containsExactly(new Change(Change.Kind.NUMBER, "12", "12%"));
  }

  @Test
  void aChangedDayIsSaidWithItsMonth() {
    Matcher.Found found =
        find(
                "Новый мост через Зею откроют для машин 5 августа утром",
                "Новый мост через Зею откроют для машин 7 августа утром")
            .orElseThrow();
    assertThat(found.aligned().changed())
        .containsExactly(new Change(Change.Kind.DATE, "5 августа", "7 августа"));
  }

  @Test
  void aChangedDateIsADate() {
    Matcher.Found found =
        find(
                "Новый мост через Зею откроют для машин 5 августа",
                "Новый мост через Зею откроют для машин 5 сентября")
            .orElseThrow();
    assertThat(found.aligned().changed())
        .containsExactly(new Change(Change.Kind.DATE, "5 августа", "5 сентября"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NUMBER  | 12 → 120         | Число жертв взрыва в Белогорске — 12        | Число жертв взрыва в Белогорске — 120
          NAME    | Василёк → Лютик  | Губернатор Орлов открыл завод «Василёк»     | Губернатор Орлов открыл завод «Лютик»
          DATE    | May 5 → May 15   | The bridge to Riverbank will open on May 5  | The bridge to Riverbank will open on May 15
          NUMBER  | $10,000 → $10    | The company paid $10,000 to the victims     | The company paid $10 to the victims
          WORDING | Гугл → Google    | Компания Гугл открыла в Белогорске большой склад | Компания Google открыла в Белогорске большой склад
          WORDING | Macron → Макрон  | Президент Macron посетил новый завод железных труб | Президент Макрон посетил новый завод железных труб
          NAME    | Макрон → Merkel  | Президент Макрон посетил новый завод железных труб | Президент Merkel посетил новый завод железных труб
          WORDING | marched → walked | Thousands of men marched through Riverbank in protest | Thousands of men walked through Riverbank in protest
          DATE    | Nov. 2 → Nov. 12 | The bridge to Riverbank opens to cars on Nov. 2 at noon | The bridge to Riverbank opens to cars on Nov. 12 at noon
          DATE    | 2010 → 2017      | The bridge to Riverbank burnt on November 17, 2010 | The bridge to Riverbank burnt on November 17, 2017
          NUMBER  | 2000 → 200       | На митинг в Белогорске пришли 2000 горожан с плакатами | На митинг в Белогорске пришли 200 горожан с плакатами
          NUMBER  | 4 тыс. рублей → 5 тыс. рублей | Пошлина на ввоз труб выросла с 3,5 тыс. до 4 тыс. рублей | Пошлина на ввоз труб выросла с 3,5 тыс. до 5 тыс. рублей
          """)
  void aChangeIsNamedWhereverItStands(String kind, String change, String claim, String passage) {
    assertThat(find(claim, passage + ".").orElseThrow().aligned().changed())
        .extracting(one -> one.kind() + " " + one)
        .containsExactly(kind + " " + change);
  }

  @Test
  void shortenedReorderedAndMergedSentencesAreEdited() {
    assertThat(
            find(CLAIM, "На заводе в Белогорске при взрыве погибли 12 человек")
                .orElseThrow()
                .match())
        .isEqualTo(Match.EDITED);
    assertThat(
            find(
                    CLAIM,
                    "Губернатор Василий Орлов сообщил: погибли 12 человек при взрыве в Белогорске"
                        + " на заводе")
                .orElseThrow()
                .match())
        .isEqualTo(Match.EDITED);
  }

  @Test
  void aQuoteInsideARefutationIsAMention() {
    Matcher.Found found =
        find(CLAIM, "В сети распространяют фейк. «" + CLAIM + "», — говорится в нём. Это неправда.")
            .orElseThrow();
    assertThat(found.match()).isEqualTo(Match.MENTION);
    assertThat(found.refuted()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          На заводе в Благовещенске открыли новый цех, сообщил министр Иван Петров
          Губернатор Василий Орлов поздравил школьников с началом учебного года в Белогорске
          В аварии на трассе пострадали 12 человек
          """)
  void otherStatementsAreNotTheClaim(String passage) {
    assertThat(find(CLAIM, passage)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EDITED     | За сутки уровень Липы у Каменска вырос на 40 сантиметров
          EDITED     | За сутки уровень Липы у Берёзовки вырос на 44 сантиметра
                     | За сутки уровень Липы у Берёзовки вырос на 40 сантиметров
          """)
  void theSameWordsWithAnotherNameAndAnotherNumberTellOfSomethingElse(
      String match, String passage) {
    assertThat(find("Уровень Липы у Каменска за сутки вырос на 44 сантиметра", passage))
        .map(found -> found.match().name())
        .isEqualTo(Optional.ofNullable(match));
  }

  @Test
  void aHeadlineTellsANewsByHalfOfItsWords() {
    String claim = "Японский сухогруз с зерном сел на мель у берегов Камчатки во время шторма";
    String headline = "У берегов Камчатки сел на мель сухогруз";
    Matcher matcher = new Matcher(new Claim(claim, Rarity.unknown()));
    assertThat(matcher.find(headline, "").map(Matcher.Found::match)).contains(Match.PARAPHRASE);
  }

  @Test
  void aReportOfAnotherNightIsNoEditedOne() {
    String claim = "В ночь на среду над девятью областями сбили 44 беспилотника, сообщили в штабе";
    assertThat(find(claim, claim.replace("девятью", "пятью"))).isPresent();
    assertThat(find(claim, claim.replace("среду", "понедельник").replace("девятью", "пятью")))
        .isEmpty();
  }

  @Test
  void aShortClaimWithAnotherNumberIsOneWordingNotTheSameWords() {
    assertThat(find("Теперь женщине грозит 10 лет тюрьмы", "Мэру грозит до двух лет тюрьмы."))
        .isEmpty();
    assertThat(find("Теперь женщине грозит 10 лет тюрьмы", "Теперь женщине грозит 15 лет тюрьмы."))
        .isPresent();
  }

  @Test
  void whatTookOverASentenceOfAPostIsFoundByThePost() {
    String sentence =
        "В Озёрном 12 детей попали в больницу после того, как попили воды из-под крана";
    String post =
        sentence
            + ". Родители говорят, что вода третий день пахнет хлоркой. Водоканал трубку не берёт,"
            + " кипятите и берегите себя.";
    assertThat(find(post, sentence)).map(Matcher.Found::match).contains(Match.EDITED);
    Matcher.Found part =
        find(post, "Вода третий день пахнет хлоркой, жалуется район").orElseThrow();
    assertThat(part.match()).isEqualTo(Match.MENTION);
    assertThat(find(post, "Водоканал обещает починить трубы до пятницы")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          В Озёрном 120 детей попали в больницу после того, как попили воды из-под крана. | 12 → 120
          120 детей попали в больницу после того, как попили воды из-под крана.           | 12 → 120
          Вода третий день пахнет хлоркой. Водоканал трубку не берёт девять.              | 10 → девять
          """)
  void aNumberAtTheEdgeOfASentenceOfAPostThatWasChangedIsNamed(String text, String change) {
    String post =
        "В Озёрном 12 детей попали в больницу после того, как попили воды из-под крана."
            + " Родители говорят, что вода третий день пахнет хлоркой. Водоканал трубку не берёт 10"
            + " дней, кипятите и берегите себя.";
    assertThat(find(post, text).orElseThrow().aligned().changed())
        .extracting(Change::toString)
        .contains(change);
  }

  @Test
  void aSentenceThatIsLeftOutIsNoChangedName() {
    Matcher.Found found =
        find("Жители Озёрного пожаловались на воду из-под крана в своих домах. " + CLAIM, CLAIM)
            .orElseThrow();
    assertThat(found.aligned().changed()).extracting(Change::kind).doesNotContain(Change.Kind.NAME);
  }

  @Test
  void aNameRightBeforeThePassageIsNotLeftOut() {
    String claim = "120 детей попали в больницу в Озёрном после того, как попили воды из-под крана";
    String said = "В Озёрном 12 детей попали в больницу после того, как попили воды из-под крана.";
    assertThat(find(claim, said).orElseThrow().aligned().changed())
        .extracting(Change::toString)
        .containsExactly("120 → 12", "⇄ Озёрном");
    assertThat(find(claim, said.replace("В Озёрном", "В районе")).orElseThrow().aligned().changed())
        .extracting(Change::toString)
        .containsExactly("120 → 12", "− в Озёрном");
  }

  @Test
  void aReportOfTheSameFiguresOnAnotherDayTellsOfSomethingElse() {
    String claim = "Нефть марки Brent подорожала на 0,33 процента, до 54,36 доллара за баррель";
    assertThat(find(claim, "Баррель нефти Brent подорожал до 54,36 доллара, на 0,33 процента"))
        .isPresent();
    assertThat(find(claim, "Баррель нефти Brent подорожал до 57,11 доллара, на 1,2 процента"))
        .isEmpty();
  }

  @Test
  void aFormFilledInForAnotherTeamIsNotTheClaim() {
    String claim =
        "Indiana went 48-34 overall and 33-19 in Eastern Conference play a season ago, the team"
            + " shot 47.5% from the field and 37.4% from 3-point range last season";
    assertThat(find(claim, claim.replace("48-34", "49-33")).map(Matcher.Found::match))
        .contains(Match.EDITED);
    assertThat(
            find(
                claim,
                "Boston went 17-65 overall and 11-41 in Eastern Conference play a season ago, the"
                    + " team shot 43.3% from the field and 34% from 3-point range last season"))
        .isEmpty();
  }

  @Test
  void aDenialAfterTheClaimOfTheContraryIsNotPartOfThePassage() {
    String said = "В Озёрном 12 детей попали в больницу после того, как попили воды из-под крана";
    String passage = "Слухи, что " + said + ", не соответствуют действительности.";
    Matcher.Found found = find(said.replace("попали", "не попали"), passage).orElseThrow();
    assertThat(passage(passage, found)).isEqualTo(said);
    assertThat(found.match()).isEqualTo(Match.MENTION);
    assertThat(found.refuted()).isTrue();
  }

  @Test
  void aShortClaimMustBeFoundNearlyWhole() {
    assertThat(find("взрыв на заводе", "Взрывы на этом заводе слышали все").orElseThrow().match())
        .isEqualTo(Match.EDITED);
    assertThat(find("взрыв на заводе", "Пожар на заводе потушили")).isEmpty();
  }

  @Test
  void anArticleIsFoundWithItsChanges() {
    Random random = new Random(5);
    StringBuilder article = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      article.append("слово").append(random.nextInt(500)).append(i % 20 == 19 ? ". " : " ");
      article.append(i == 100 ? "1370 " : "");
    }
    Matcher matcher = new Matcher(new Claim(article.toString(), Rarity.unknown()));
    assertThat(matcher.find("", "Начало. " + article).orElseThrow().match())
        .isEqualTo(Match.VERBATIM);
    Matcher.Found edited =
        matcher.find("", article.toString().replace("1370", "9999")).orElseThrow();
    assertThat(edited.match()).isEqualTo(Match.EDITED);
    assertThat(edited.aligned().changed())
        .isEqualTo(List.of(new Change(Change.Kind.NUMBER, "1370", "9999")));
    assertThat(matcher.find("", BEFORE + AFTER)).isEmpty();
  }
}
