package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          двенадцать детей                          | 12 детей
          к двадцати пяти домам                     | к 25 домам
          сто двадцать три тысячи четыреста         | 123400
          5 млн 300 тыс. рублей                     | 5300000₽
          2 тысячи 300 рублей                       | 2300₽
          five hundred thousand people              | 500000 people
          two hundred fifty                         | 250
          12,5 процента, 12,5%, 12,5 %              | 12.5% 12.5% 12.5%
          10 000 и 10-15 лет                        | 10000 и 10 15 лет
          один из них, тысячи людей, сто. Пять лет  | один из них тысячи людей 100 5 лет
          пять-шесть, двадцать-тридцать             | 5 6 20 30
          $94 тыс., 94 тысячи долларов, 94 000 $   | 94000$ 94000$ 94000$
          100 рублей, 100 руб., ₽100, 5 евро       | 100₽ 100₽ 100₽ 5€
          5 тысяч 2 июня                            | 5000 2 июня
          в 2020 25 человек, 1941-45, 100-50        | в 2020 25 человек 1941 45 100 50
          $10,000, 10,000 dollars, 10,000 people    | 10000$ 10000$ 10000 people
          1,250,000 people, 1,255 млн               | 1250000 people 1255000
          $10 $20 €30, 5 $ 10                       | 10$ 20$ 30€ 5$ 10
          one hundred and fifty-two men and two     | 152 men and 2
          two hundred and men, 5 per cent           | 200 and men 5%
          два с половиной миллиарда рублей          | 2500000000₽
          one and a half million, two and a half    | 1500000 2.5
          два с небольшим, one and a hall           | 2 с небольшим one and a hall
          half a million men, half of them, a half  | 500000 men half of them a half
          полмиллиона человек, 500 тысяч человек    | 500000 человек 500000 человек
          12к рублей, 12k jobs, $2.5bn, 3млн, 5m    | 12000₽ 12000 jobs 2500000000$ 3000000 5m
          5 тысяч 500к, 2 млн 3bn, 2 млн 500к       | 5000 500000 2000000 3000000000 2500000
          с 1-го июля, 2-х тысяч, July 1st, 21st    | с 1 июля 2000 july 1 21
          15-летний, 5-2, B-52, 4k, 1 м, 3-м        | 15 летний 5 2 b 52 4000 1 м 3
          """)
  void numbersAreReadHoweverTheyAreWritten(String text, String norms) {
    assertThat(Numerals.norms(text).strip()).isEqualTo(norms);
  }

  @Test
  void aNumberStandsWhereItsWordsStand() {
    String text = "Около двадцати пяти процентов домов";
    assertThat(Numerals.of(text))
        .extracting(word -> text.substring(word.start(), word.end()))
        .containsExactly("Около", "двадцати пяти процентов", "домов");
  }
}
