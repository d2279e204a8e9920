package letopis.support;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Deletes the fresh indices that the tests of a class were given when its last test has ended, so
/// that the shared node does not carry the indices of all tests: found through `META-INF/services`.
public final class IndicesOfOneClass implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (context.getRequiredTestClass().getEnclosingClass() == null) {
      TestElasticsearch.deleteFreshIndices();
    }
  }
}
