package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KEYS =
      List.of(
          "file",
          "url",
          "canonical_url",
          "title",
          "text",
          "published",
          "modified",
          "authors",
          "lang",
          "section",
          "tags",
          "image",
          "site_name",
          "attributions",
          "links");

  @TempDir private Path folder;

  private int exitCode;

  @Test
  void printsALinePerPageInTheOrderGivenWithEveryKey() throws IOException {
    save("a.html", resource("regional-news.html"));
    save("b.html", resource("index-page.html"));
    Path manifest =
        save(
            "m.jsonl",
            """
            {"file":"a.html","url":"https://vestnik.example/n/1","captured":"2026-11-23T18:00:00Z"}
            {"file":"b.html","url":"https://vestnik.example/news"}
            """);

    List<JsonNode> lines = run("extract", "--manifest", manifest.toString());

    assertThat(exitCode).isZero();
    assertThat(lines)
        .extracting(line -> line.get("file").asText())
        .containsExactly("a.html", "b.html");
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.fieldNames()).toIterable().containsAll(KEYS));
    assertThat(lines.getFirst().get("url").asText()).isEqualTo("https://vestnik.example/n/1");
    assertThat(lines.getFirst().get("published").asText()).isEqualTo("2026-11-23T14:05:00Z");
    assertThat(lines.getLast().get("article").asBoolean(true)).isFalse();
    assertThat(lines.getLast().get("reason").asText()).isEqualTo("index page");
    assertThat(lines.getLast().get("text").asText()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsALineAndTheOthersAreDone() throws IOException {
    Path good = save("a.html", resource("regional-news.html"));

    List<JsonNode> lines = run("extract", folder.resolve("none.html").toString(), good.toString());

    assertThat(exitCode).isZero();
    assertThat(lines.getFirst().get("error").asText()).isEqualTo("no such file");
    assertThat(lines.getLast().get("file").asText()).isEqualTo(good.toString());
    assertThat(lines.getLast().get("title").asText())
        .isEqualTo("В Заречье открыли мост через Быструю");
  }

  @Test
  void aBadLineOfTheManifestIsNamedAndTheOthersAreDone() throws IOException {
    save("a.html", resource("regional-news.html"));
    Path manifest =
        save(
            "m.jsonl",
            """
            {"file":"a.html","captured":"2026-11-23T18:00:00"}
            {"file":"a.html","captured":"yesterday"}
            {"url":"https://vestnik.example/"}
            {"file":

            {"file":"gone.html"}
            {"file":"a.html","url":"https://vestnik.example/n/2"}
            """);

    List<JsonNode> lines = run("extract", "--manifest", manifest.toString());

    assertThat(exitCode).isZero();
    assertThat(lines)
        .extracting(line -> line.path("error").asText("").replace(folder + "/", ""))
        .satisfiesExactly(
            error -> assertThat(error).isEmpty(),
            error -> assertThat(error).startsWith("m.jsonl:2: ").contains("yesterday"),
            error -> assertThat(error).isEqualTo("m.jsonl:3: no \"file\""),
            error -> assertThat(error).startsWith("m.jsonl:4: "),
            error -> assertThat(error).isEqualTo("no such file"),
            error -> assertThat(error).isEmpty());
    assertThat(lines.get(1).get("file").asText()).isEqualTo("a.html");
    assertThat(lines.getLast().get("url").asText()).isEqualTo("https://vestnik.example/n/2");
  }

  @Test
  void thousandsOfPagesComeInTheOrderGiven() throws IOException {
    StringBuilder list = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      // Of very different sizes, so that workers end in another order than they began.
      save(i + ".html", "<h1>Page " + i + "</h1>" + "<p>word</p>".repeat(i % 7 == 0 ? 400 : 1));
      list.append("{\"file\":\"").append(i).append(".html\"}\n");
    }

    List<JsonNode> lines =
        run("extract", "--manifest", save("m.jsonl", list.toString()).toString());

    assertThat(lines).hasSize(3_000);
    for (int i = 0; i < 3_000; i++) {
      assertThat(lines.get(i).get("file").asText()).isEqualTo(i + ".html");
    }
  }

  @Test
  void wantsSomethingToRead() throws IOException {
    assertThat(run("extract")).isEmpty();
    assertThat(exitCode).isEqualTo(2);
  }

  private Path save(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private List<JsonNode> run(String... arguments) throws IOException {
    StringWriter out = new StringWriter();
    CommandLine command =
        Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(new StringWriter()));
    exitCode = command.execute(arguments);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().split("\n")) {
      if (line.startsWith("{")) {
        lines.add(JSON.readTree(line));
      }
    }
    return lines;
  }

  private static String resource(String name) throws IOException {
    return new String(
        Objects.requireNonNull(ExtractCommandTest.class.getResourceAsStream("/pages/" + name))
            .readAllBytes(),
        StandardCharsets.UTF_8);
  }
}
