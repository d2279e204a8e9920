package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ExportRowTest {
  @Test
  void aReaderOfFeedsSeesTheTextOfAPageAsText() throws IOException {
    assertThat(rss(row().put("lead", "Тег <img src=x onerror=alert(1)> & всё")))
        .contains(
            "<description>Тег &amp;lt;img src=x onerror=alert(1)&amp;gt; &amp;amp;"
                + " всё</description>");
  }

  @Test
  void anItemWithoutALeadBeginsAsItsTextDoes() throws IOException {
    assertThat(rss(row().put("lead", "").put("body", "Мост открыт.")))
        .contains("<description>Мост открыт.</description>");
    assertThat(rss(row().put("body", "слово ".repeat(100))))
        .contains("слово…</description>")
        .hasSizeLessThan(600);
  }

  @Test
  void anItemWithoutADateHasNoEmptyOne() throws IOException {
    assertThat(rss(row())).doesNotContain("pubDate");
    assertThat(rss(row().put("published_at", "2026-03-01T10:00:00Z")))
        .contains("<pubDate>Sun, 1 Mar 2026 10:00:00 GMT</pubDate>");
  }

  private static ObjectNode row() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", "a")
        .put("url", "https://gazeta.example/1")
        .put("title", "Мост");
  }

  private static String rss(ObjectNode row) throws IOException {
    StringWriter out = new StringWriter();
    ExportRow.write(Export.Format.RSS, row, out);
    return out.toString();
  }
}
