package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceRequestTest {
  @Test
  void aLanguageIsTheSameInCapitals() {
    TraceRequest request = TraceRequest.ofText("вода из крана").in(Optional.of("RU"));
    assertThat(request.lang()).contains("ru");
  }
}
