package letopis.index.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantReaderTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(InstantReader.module())
          .build();

  @Test
  void timesAsWeWriteThemAreReadAsTheyAre() {
    Random random = new Random(5);
    for (int i = 0; i < 2000; i++) {
      Instant seconds = Instant.ofEpochSecond(random.nextLong(-60_000_000_000L, 250_000_000_000L));
      Instant millis = seconds.plusMillis(1 + random.nextInt(999));
      assertThat(InstantReader.read(seconds.toString())).contains(seconds);
      assertThat(InstantReader.read(millis.toString())).contains(millis);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-28T23:30:00.123456Z",
        "2026-11-28T23:30:00+03:00",
        "2026-11-28T23:30:60Z",
        "2026-11-28T24:00:00Z"
      })
  void otherFormsAreReadByJackson(String text) throws Exception {
    ObjectMapper plain = JsonMapper.builder().addModule(new JavaTimeModule()).build();
    String json = JSON.writeValueAsString(text);
    assertThat(InstantReader.read(text)).isEmpty();
    assertThat(outcome(JSON, json)).isEqualTo(outcome(plain, json));
  }

  @Test
  void aNumberOfSecondsIsReadByJackson() throws Exception {
    Instant at = Instant.parse("2026-11-28T23:30:00Z").truncatedTo(ChronoUnit.SECONDS);
    assertThat(JSON.readValue(String.valueOf(at.getEpochSecond()), Instant.class)).isEqualTo(at);
  }

  private static String outcome(ObjectMapper mapper, String json) {
    try {
      return mapper.readValue(json, Instant.class).toString();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return "no time";
    }
  }
}
