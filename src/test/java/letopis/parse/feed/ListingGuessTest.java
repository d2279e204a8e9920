package letopis.parse.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import letopis.sources.Access;
import org.junit.jupiter.api.Test;

class ListingGuessTest {
  private static final URI URL = URI.create("https://city.example/news/");

  @Test
  void theElementThatRepeatsOncePerHeadlineIsTheItem() {
    StringBuilder page = new StringBuilder("<ul class='menu'>");
    for (int i = 0; i < 9; i++) {
      page.append("<li class='menu-item'><a href='/s").append(i).append("'>Раздел</a></li>");
    }
    page.append("</ul><div class='list'>");
    for (int i = 0; i < 7; i++) {
      page.append(
          """
          <div class="news-card card-%1$d"><a class="pic" href="/news/%1$d"><img></a><span class="card-date">2%1$d ноября</span>
          <div class="body"><a class="title" href="/news/%1$d">В городе открыли школу номер %1$d</a></div></div>
          """
              .formatted(i));
    }
    Access.Html guess = ListingGuess.of(page + "</div>", URL).orElseThrow();
    assertThat(guess.item()).isEqualTo("div.news-card");
    assertThat(guess.date()).contains("span.card-date");
    assertThat(guess.address()).isEqualTo(URL);
  }

  @Test
  void aPageOnWhichNothingRepeatsIsNoListing() {
    assertThat(
            ListingGuess.of(
                "<p class='a'><a href='/one'>Один заголовок длиннее двадцати букв</a></p>", URL))
        .isEqualTo(Optional.empty());
  }
}
