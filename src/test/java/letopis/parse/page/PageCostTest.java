package letopis.parse.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import letopis.bench.extract.Shape;
import letopis.support.CountedWork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a page costs grows with its size and not with the square of it, whatever it is made of.
/// Steps are counted, so that the answer is the same on any machine.
class PageCostTest {
  /// More than elements may be nested in jsoup, whose parser looks through all that are open.
  private static final int SMALL = 600;

  private static final int LARGE = SMALL * 10;

  /// A square makes it a hundred times as much, or thirty beside all that is none.
  /// Some room is left for sorting, and for how jsoup looks through open elements.
  private static final double MOST = 15;

  private static CountedWork work;

  /// Reads one page.
  public static final class Extraction implements Consumer<String> {
    private final PageExtractor extractor = new PageExtractor();

    @Override
    public void accept(String html) {
      extractor.extract(Shape.input(html));
    }
  }

  @BeforeAll
  static void makeTables() {
    work = new CountedWork(Extraction.class);
    shapes().forEach(shape -> work.of(shape.page(1)));
  }

  static List<Shape> shapes() {
    return Shape.ALL;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void doesAboutTenTimesTheWorkForTenTimesThePieces(Shape shape) {
    double small = work.of(shape.page(SMALL));
    double large = work.of(shape.page(LARGE));

    assertThat(large / small).as("growth of the work for " + shape).isLessThan(MOST);
  }
}
