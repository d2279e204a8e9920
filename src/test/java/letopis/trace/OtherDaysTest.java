package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OtherDaysTest {
  private static final int DAY = 24 * 60;
  private static final String CLAIM =
      "За ночь пожарные спасли 14 домов в разных районах Белогорья, сообщили в штабе";
  private static final String RETOLD =
      "Ночь в Белогорье: разные районы, %s спасли пожарные, сообщил штаб";

  private final Claim asked = new Claim(CLAIM, Rarity.unknown());
  private final Matcher matcher = new Matcher(asked);
  private final Appearance claim = appearance("claim", 0, CLAIM);

  @Test
  void aRetellingWithAnotherNumberIsOfAnotherEventWhenItIsDaysAway() {
    Appearance later = appearance("later", 40 * DAY, RETOLD.formatted("9 домов"));
    Appearance sameNight = appearance("same", 60, RETOLD.formatted("9 домов"));
    assertThat(later.match()).isEqualTo(Match.PARAPHRASE);
    assertThat(OtherDays.without(asked, List.of(claim, sameNight, later)))
        .containsExactly(claim, sameNight);
  }

  @Test
  void oneWithTheSameNumberIsNot() {
    Appearance later = appearance("later", 40 * DAY, RETOLD.formatted("14 домов"));
    assertThat(later.match()).isEqualTo(Match.PARAPHRASE);
    assertThat(OtherDays.without(asked, List.of(claim, later))).containsExactly(claim, later);
  }

  @Test
  void theWordingWithAnotherNumberIsAChangedClaimHoweverLateItIs() {
    Appearance changed = appearance("changed", 40 * DAY, CLAIM.replace("14", "41"));
    assertThat(OtherDays.without(asked, List.of(claim, changed))).containsExactly(claim, changed);
  }

  @Test
  void withNobodyWhoWordsItSoNothingTellsTheDay() {
    Appearance later = appearance("later", 40 * DAY, RETOLD.formatted("9 домов"));
    assertThat(OtherDays.without(asked, List.of(later))).containsExactly(later);
  }

  private Appearance appearance(String name, int minutes, String text) {
    Page page =
        new Page("https://" + name + ".example/1", text)
            .published(minutes)
            .seen(minutes - 5, minutes + 5);
    return Sighting.of(List.of(page.build()), matcher).orElseThrow().appearance();
  }
}
