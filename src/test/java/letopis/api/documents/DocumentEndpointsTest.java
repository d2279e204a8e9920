package letopis.api.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import letopis.document.Attribution;
import letopis.document.Document;
import letopis.support.TestDocuments;
import org.junit.jupiter.api.Test;

class DocumentEndpointsTest {
  /// Of the publisher «Пример».
  private static final Document PAGE = TestDocuments.full("https://river.example/1");

  @Test
  void aPublicationThatNamesItsOwnOutletCitesNobody() {
    assertThat(DocumentEndpoints.namesItself(PAGE, named("ПРИМЕР", Optional.empty()))).isTrue();
    assertThat(DocumentEndpoints.namesItself(PAGE, named("RIVER.EXAMPLE", Optional.empty())))
        .isTrue();
    assertThat(DocumentEndpoints.namesItself(PAGE, named("ТАСС", Optional.empty()))).isFalse();
    assertThat(
            DocumentEndpoints.namesItself(
                PAGE, named("Пример", Optional.of("https://river.example/0"))))
        .isFalse();
  }

  private static Attribution named(String name, Optional<String> url) {
    return new Attribution(Attribution.How.SOURCE, name, url, -1, -1);
  }
}
