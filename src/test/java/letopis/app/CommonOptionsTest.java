package letopis.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonOptionsTest {
  @TempDir Path data;

  @Test
  void aDataFolderWithItsOwnConfigurationIsReadWithIt() throws Exception {
    Path own = Files.createDirectories(data.resolve("config"));
    CommonOptions options = new CommonOptions();
    options.data = data;

    assertThat(options.config()).contains(own);

    Path given = data.resolve("given");
    options.config = given;
    assertThat(options.config()).contains(given);
  }

  @Test
  void aDataFolderWithoutOneIsReadWithTheProjects() {
    CommonOptions options = new CommonOptions();
    options.data = data;

    assertThat(options.config()).contains(Path.of("crawler-config"));
  }
}
