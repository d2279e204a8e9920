package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HyphenedIdsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "takedown -Jy2kq1cqOORK_SChzOy --reason x | takedown --reason x -- -Jy2kq1cqOORK_SChzOy",
        "case show --json -bcdEFGH12345678 | case show --json -- -bcdEFGH12345678",
        "case edit ID --drop -Jy2kq1cqOORK_SChzOy --json | case edit ID --drop -Jy2kq1cqOORK_SChzOy"
            + " --json",
        "factchecks remove a -Jy2kq1cqOORK_SChzOy b | factchecks remove a b --"
            + " -Jy2kq1cqOORK_SChzOy",
        "case export ID -o case.zip | case export ID -o case.zip",
        "case export ID -oevidence-of-case | case export ID -oevidence-of-case",
        "takedown -- -Jy2kq1cqOORK_SChzOy | takedown -- -Jy2kq1cqOORK_SChzOy",
        "search --no-such-option-x | search --no-such-option-x"
      })
  void idsThatBeginWithAHyphenAreNoOptions(String given, String meant) {
    assertThat(Main.idsLast(given.split(" "))).containsExactly(meant.split(" "));
  }
}
