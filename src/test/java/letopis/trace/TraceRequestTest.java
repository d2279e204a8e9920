package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceRequestTest {
  @Test
  void aLanguageIsTheSameInCapitals() {
    TraceRequest request =
        new TraceRequest(
            new TraceRequest.Subject.Text("вода из крана"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("RU"));
    assertThat(request.lang()).contains("ru");
  }
}
