package letopis.cli.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import letopis.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  @TempDir Path data;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aListWithoutKeysSaysThatThereAreNone() {
    assertThat(run("list", "--data", data.toString())).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("no keys in " + data.resolve("keys.json"));
  }

  @Test
  void aKeyIsListedWithoutItsSecretAndCanBeRevoked() {
    assertThat(run("add", "desk", "--role", "read", "--data", data.toString())).isZero();
    String secret = out.toString().strip();
    out.getBuffer().setLength(0);

    assertThat(run("list", "--data", data.toString())).isZero();
    assertThat(out.toString()).contains("desk  read  600/min").doesNotContain(secret);

    assertThat(run("revoke", "desk", "--data", data.toString())).isZero();
    assertThat(run("revoke", "desk", "--data", data.toString())).isEqualTo(1);
  }

  private int run(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "keys";
    System.arraycopy(words, 0, all, 1, words.length);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }
}
