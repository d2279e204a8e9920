package letopis.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import letopis.api.http.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
  @TempDir Path data;

  @Test
  void aPublicValidatorFindsNothingWrong() throws Exception {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser().readContents(new Contract().text(), null, options);

    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void everyRouteIsDescribedAndNothingElse() throws Exception {
    Set<String> served = new TreeSet<>();
    for (Route route : ApiArchive.routes(data)) {
      boolean page = WebPage.VIEWS.contains(route.path()) || route.path().startsWith("/assets/");
      if (!page && !route.path().equals("/docs")) {
        served.add(route.method().name() + " " + route.path());
      }
    }

    assertThat(served).isEqualTo(new Contract().operations());
  }
}
