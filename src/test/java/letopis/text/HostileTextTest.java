package letopis.text;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts made to cost time or stack. The limit is far above what they take and far below what they
/// took.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "а.",
        "1.",
        "ru.",
        "\n",
        "\n ",
        " \n\n",
        "— ",
        "(А",
        "« ",
        "по данным ",
        "пишет*http://a."
      })
  void aTextOfOnePieceRepeatedIsGoneThroughOnce(String piece) {
    String text = piece.repeat(400_000 / piece.length());
    assertThatCode(() -> Attributions.find(text, "ru")).doesNotThrowAnyException();
  }
}
