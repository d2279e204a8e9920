package letopis.elasticsearch;

import java.io.IOException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/// Asks again once, a second later, when Elasticsearch cannot answer just now (503: the shards of a
/// new index are not there yet). The client's own strategy would wait as long as a proxy's
/// `Retry-After` says, whatever our limits are, and send again what may have been done.
final class OneRetry implements HttpRequestRetryStrategy {
  private static final int UNAVAILABLE = 503;

  @Override
  public boolean retryRequest(
      HttpRequest request, IOException failure, int times, HttpContext context) {
    return false;
  }

  @Override
  public boolean retryRequest(HttpResponse response, int times, HttpContext context) {
    return times <= 1 && response.getCode() == UNAVAILABLE;
  }

  @Override
  public TimeValue getRetryInterval(HttpResponse response, int times, HttpContext context) {
    return TimeValue.ofSeconds(1);
  }
}
