package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir private Path home;

  @Test
  void aBuildThatFailsLeavesNoJarThatWouldPassForCurrent() throws Exception {
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("index-mappings"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.copy(Path.of("letopis"), home.resolve("letopis"));
    program("mvn", "echo half > target/letopis.jar; echo 'no network'; exit 1");
    ProcessBuilder launcher =
        new ProcessBuilder("sh", "letopis", "--version")
            .directory(home.toFile())
            .redirectErrorStream(true);
    launcher.environment().merge("PATH", home.resolve("bin") + ":", (path, bin) -> bin + path);
    launcher.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = launcher.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said).contains("no network", "the build failed; all of it is in ");
    assertThat(home.resolve("target/letopis.jar")).doesNotExist();
  }

  /// A program that is found before all others of its name.
  private void program(String name, String script) throws IOException {
    Path file = Files.createDirectories(home.resolve("bin")).resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
