package letopis.crawl.look;

import static org.assertj.core.api.Assertions.assertThat;

import letopis.crawl.look.HealthCheck.Look;
import letopis.index.state.Health;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private static Health usual() {
    Health health = Health.UNKNOWN;
    for (int i = 0; i < 5; i++) {
      health = HealthCheck.after(health, new Look(true, 20, 20, 20));
    }
    return health;
  }

  @Test
  void aListThatTurnsEmptyRaisesTheAlarmAtTheSecondLook() {
    Health once = HealthCheck.after(usual(), new Look(true, 0, 0, 0));
    assertThat(once.alarm()).isEmpty();
    Health twice = HealthCheck.after(once, new Look(true, 0, 0, 0));
    assertThat(twice.alarm()).contains("no entries; usually about 20");
  }

  @Test
  void entriesThatLoseTheirDatesRaiseTheAlarm() {
    Health health = HealthCheck.after(usual(), new Look(true, 20, 20, 0));
    assertThat(HealthCheck.after(health, new Look(true, 20, 20, 1)).alarm())
        .contains("entries without dates; usually they have one");
  }

  @Test
  void entriesThatLoseTheirTextsRaiseTheAlarm() {
    Health health = HealthCheck.after(usual(), new Look(true, 20, 0, 20));
    assertThat(HealthCheck.after(health, new Look(true, 20, 0, 20)).alarm()).isPresent();
  }

  @Test
  void aPageInPlaceOfAFeedRaisesTheAlarm() {
    Health health = HealthCheck.after(usual(), new Look(false, 0, 0, 0));
    assertThat(HealthCheck.after(health, new Look(false, 0, 0, 0)).alarm()).isPresent();
  }

  @Test
  void oneGoodLookEndsTheAlarm() {
    Health health = usual();
    for (int i = 0; i < 10; i++) {
      health = HealthCheck.after(health, new Look(true, 0, 0, 0));
    }
    assertThat(HealthCheck.after(health, new Look(true, 18, 18, 18)).alarm()).isEmpty();
  }

  @Test
  void aSourceThatNeverHadDatesIsNotBlamedForHavingNone() {
    Health health = Health.UNKNOWN;
    for (int i = 0; i < 10; i++) {
      health = HealthCheck.after(health, new Look(true, 20, 20, 0));
    }
    assertThat(health.alarm()).isEmpty();
  }

  @Test
  void aChannelThatIsOftenEmptyIsNotBlamedForIt() {
    Health health = Health.UNKNOWN;
    for (int i = 0; i < 10; i++) {
      health = HealthCheck.after(health, new Look(true, i % 2, i % 2, i % 2));
    }
    assertThat(health.alarm()).isEmpty();
  }

  @Test
  void pagesThatAllStopBeingArticlesRaiseTheAlarm() {
    Health health = HealthCheck.afterPages(usual(), 10, 0);
    assertThat(HealthCheck.afterPages(health, 0, 5).alarm()).isPresent();
  }

  @Test
  void theAlarmAboutPagesLastsUntilOneIsAnArticleAgainHoweverGoodTheListLooks() {
    Health broken = HealthCheck.afterPages(HealthCheck.afterPages(usual(), 10, 0), 0, 5);
    Health listed = HealthCheck.after(broken, new Look(true, 18, 18, 18));
    assertThat(listed.alarm()).isEqualTo(broken.alarm());
    assertThat(HealthCheck.afterPages(listed, 1, 0).alarm()).isEmpty();
  }
}
