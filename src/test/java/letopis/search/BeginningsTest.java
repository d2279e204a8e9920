package letopis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import letopis.document.Content;
import letopis.document.Document;
import letopis.query.ParseOutcome;
import letopis.query.QueryParser;
import letopis.sources.Configuration;
import org.junit.jupiter.api.Test;

/// Beginnings of words (`при*`) that very many words have.
class BeginningsTest {
  private static final String LETTERS = "абвгдежзиклмнопрстуфхцчшщ";

  private final Archive archive = new Archive();
  private final DocumentSearch search =
      new DocumentSearch(archive.indices, Configuration.EMPTY, Clock.systemUTC());

  @Test
  void everyAuthorWhoseNameBeginsSoIsCounted() throws Exception {
    for (int i = 0; i < 120; i++) {
      archive.add(by("Иван Кор" + letters(i, 2) + "щук", i));
    }
    archive.add(by("Пётр Салтыков-Щедрин", 120)).ready();
    assertThat(count("author:Кор*")).isEqualTo(120);
    assertThat(count("author:КОРАБ*")).isEqualTo(1);
    assertThat(count("author:Салтыков-Щ*")).isEqualTo(1);
  }

  @Test
  void aBeginningOfANameIsNoneOfItsStem() throws Exception {
    archive
        .add(by("Мария Сергеева", 0))
        .add(by("Пётр Мартынов", 1))
        .add(by("Анна Мариенко", 2))
        .add(by("Анна Марченко", 3))
        .ready();
    assertThat(count("author:Мари*")).isEqualTo(2);
    assertThat(count("author:Анна-Мари*")).isEqualTo(1);
    assertThat(count("author:Серге*")).isEqualTo(1);
    assertThat(count("author:Сергеева*")).isEqualTo(1);
  }

  @Test
  void aBeginningOfTooWideIsFoundAloneAndBesideOthersRefusedWithAReason() throws Exception {
    String many =
        IntStream.range(0, 15_625)
            .mapToObj(i -> "при" + letters(i, 4))
            .collect(Collectors.joining(" "));
    archive.add("many", "Слова", many + " мост").ready();
    assertThat(count("при* мост")).isEqualTo(1);
    assertThat(count("приаб* NEAR/5 мост")).isZero();
    assertThatThrownBy(() -> count("при* NEAR/5 мост"))
        .isInstanceOf(TooWide.class)
        .hasMessageContaining("begin with “при”");
    List<Batch.Result> results =
        new Batch(search)
            .answer(
                List.of(
                    new Batch.Question("wide", "\"при* мост\""), new Batch.Question("ok", "мост")),
                SearchRequest.everything());
    assertThat(results.getFirst())
        .isInstanceOfSatisfying(
            Batch.Wrong.class,
            wrong ->
                assertThat(wrong.faults().getFirst().message(Locale.of("ru")))
                    .contains("допишите буквы"));
    assertThat(results.getLast())
        .isInstanceOfSatisfying(Batch.Answered.class, ok -> assertThat(ok.count()).isEqualTo(1));
  }

  @Test
  void whatElseIsTooMuchForElasticsearchIsToldToo() throws Exception {
    archive.add("one", "Мост", "Мост через Зею").ready();
    String nested = "мост";
    for (int i = 0; i < 18; i++) {
      nested = "(" + nested + " NEAR/5 (\"a b\" OR зея OR \"c d e\"))";
    }
    String near = nested;
    assertThatThrownBy(() -> count(near))
        .isInstanceOf(TooWide.class)
        .hasMessageContaining("too many alternatives");
    // As many forms as a server with little memory would refuse.
    ObjectNode body = Conditions.object();
    ArrayNode any = body.putObject("query").putObject("bool").putArray("should");
    for (int i = 0; i < 60_000; i++) {
      any.addObject().putObject("term").put("body", "слово" + i);
    }
    assertThatThrownBy(() -> search.run(body, false))
        .isInstanceOf(TooWide.class)
        .hasMessageContaining("too many forms");
  }

  private long count(String q) throws Exception {
    return search
        .search(SearchRequest.of(q, ((ParseOutcome.Parsed) QueryParser.parse(q)).query()))
        .total()
        .value();
  }

  private static String letters(int number, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0, rest = number; i < length; i++, rest /= LETTERS.length()) {
      word.append(LETTERS.charAt(rest % LETTERS.length()));
    }
    return word.toString();
  }

  private static Document by(String author, int number) {
    Document bare =
        Archive.document(
            new Archive.Draft("by" + number, "amur", "2026-02-01T10:00:00Z", "Текст", "Текст"),
            1,
            Archive.WRITTEN,
            "",
            Optional.empty());
    Content text = bare.content();
    return new Document(
        bare.id(),
        bare.address(),
        bare.publisher(),
        new Content(
            text.title(),
            text.lead(),
            text.body(),
            text.lang(),
            List.of(author),
            text.section(),
            text.tags(),
            text.images(),
            text.links(),
            text.attributions()),
        bare.times(),
        bare.lineage(),
        bare.capture(),
        bare.noarchive(),
        bare.extra());
  }
}
