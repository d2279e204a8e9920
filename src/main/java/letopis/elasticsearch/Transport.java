package letopis.elasticsearch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/// The HTTP client under a connection: what it sends with each request, keeps open and leaves out.
final class Transport {
  private static final int CONNECTIONS = 64;

  private Transport() {}

  /// @param tls what to trust, for clusters with a certificate authority of their own
  /// @param longest how long an answer may take
  static CloseableHttpClient open(
      Credentials credentials, Optional<SSLContext> tls, Duration longest) {
    PoolingHttpClientConnectionManagerBuilder connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(CONNECTIONS)
            .setMaxConnTotal(CONNECTIONS)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofSeconds(10))
                    .setSocketTimeout(Timeout.of(longest))
                    .build());
    tls.ifPresent(
        context -> connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(context)));
    HttpClientBuilder client =
        HttpClients.custom()
            .setConnectionManager(connections.build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.of(longest))
                    .setConnectionRequestTimeout(Timeout.of(longest))
                    .setProtocolUpgradeEnabled(false)
                    .build())
            // Packing and unpacking every answer costs both sides more than a local network does.
            .disableContentCompression()
            .setRetryStrategy(new OneRetry())
            .disableCookieManagement()
            .disableAuthCaching()
            .disableRedirectHandling();
    credentials
        .authorization()
        .ifPresent(
            value ->
                client.setDefaultHeaders(
                    List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, value))));
    return client.build();
  }

  static Answer read(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    return new Answer(response.getCode(), body == null ? new byte[0] : body);
  }
}
