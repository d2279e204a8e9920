package letopis.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RemarkTest {
  @ParameterizedTest
  @EnumSource(Remark.Code.class)
  void everyRemarkIsSaidWholeInBothLanguages(Remark.Code code) {
    Map<String, Object> all = new HashMap<>();
    for (String name : new String[] {"name", "count", "from", "to", "sources", "names"}) {
      all.put(name, "<" + name + ">");
    }
    Remark remark = new Remark(code, all);
    assertThat(remark.english()).doesNotContain("{", "null").matches(".*[A-Za-z].*");
    assertThat(remark.russian()).doesNotContain("{", "null").matches(".*[а-я].*");
    for (String name : all.keySet()) {
      String shown = "<" + name + ">";
      assertThat(remark.russian().contains(shown))
          .as(code + " names " + name + " in both languages")
          .isEqualTo(remark.english().contains(shown));
    }
    assertThat(code.label()).matches("[a-z-]+");
  }
}
