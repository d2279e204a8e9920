package letopis.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import letopis.api.http.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
  @TempDir Path folder;

  @Test
  void theFileHasNoSecretAndOnlyItsOwnerReadsIt() throws Exception {
    ApiKeys.Made made = ApiKeys.make("desk", Role.EDIT, 60);
    Path file = folder.resolve("keys.json");
    new ApiKeys(List.of(made.key())).save(file);

    assertThat(Files.readString(file)).doesNotContain(made.secret());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ApiKeys.load(file).find(made.secret())).contains(made.key());
    assertThat(ApiKeys.load(file).find(made.secret() + "x")).isEmpty();
  }

  @Test
  void aBadEntryOfTheEnvironmentIsToldWithoutItsSecret() {
    assertThatThrownBy(() -> ApiKeys.ofEnvironment("desk:boss:correct-horse-battery-staple"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("desk")
        .hasMessageNotContaining("battery");
  }
}
