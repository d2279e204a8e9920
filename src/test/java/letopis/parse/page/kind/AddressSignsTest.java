package letopis.parse.page.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSignsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/news/?rubric_id=7",
        "/news/?category_id=3",
        "/news/?SECTION_ID=12",
        "/news/?region_id=28",
        "/news/?p=2",
        "/tag/10234/",
        "/rubric/10023",
        "/archive/20191101"
      })
  void theNumberOfAListIsNotThatOfOneThing(String path) {
    assertThat(of(path).isListing()).isTrue();
    assertThat(of(path).isItem()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/news/?id=1203",
        "/lenta/?ELEMENT_ID=1203",
        "/news/?p=1203",
        "/news/?publication_id=7",
        "/news/10234/",
        "/2026/11/23/most/"
      })
  void theNumberOfOneThingIsNoList(String path) {
    assertThat(of(path).isListing()).isFalse();
    assertThat(of(path).isItem()).isTrue();
  }

  private static AddressSigns of(String path) {
    return new AddressSigns(Optional.of(URI.create("https://v.example" + path)));
  }
}
