package letopis.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.instrumentation.NoopInstrumentation;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Cancellable;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/// An open connection to an Elasticsearch, with credentials. Safe for use by many threads.
public final class Elasticsearch implements AutoCloseable {
  /// Reads and writes the JSON of requests and answers.
  public static final ObjectMapper JSON = new ObjectMapper();

  /// Longer than any search or bulk request may take; a lost connection shows at once anyway.
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

  /// So soon does even a busy one say that it is there.
  private static final Duration GLANCE = Duration.ofSeconds(5);

  private static final int CONNECTIONS = 64;

  /// Of a request that is turned away for want of memory; the pauses between them double, 3.1 s
  /// together.
  private static final int ATTEMPTS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private static final Pattern SEARCH = Pattern.compile("(?:.*/)?_search(?:\\?.*)?");

  private final Rest5Client rest;
  private final ElasticsearchClient client;
  private final URI address;
  private final Credentials credentials;
  private final Duration patience;
  private final Optional<Presence> presence;
  private final Supplier<Optional<String>> absence;

  private Elasticsearch(
      URI address, Rest5Client rest, Credentials credentials, Supplier<Optional<String>> absence) {
    this.absence = absence;
    this.address = address;
    this.credentials = credentials;
    this.rest = rest;
    this.patience = LONGEST_ANSWER;
    this.presence = Optional.empty();
    this.client =
        new ElasticsearchClient(
            new Rest5ClientTransport(
                rest, new JacksonJsonpMapper(), null, NoopInstrumentation.INSTANCE));
  }

  private Elasticsearch(Elasticsearch same, Duration patience, Optional<Presence> presence) {
    this.address = same.address;
    this.credentials = same.credentials;
    this.rest = same.rest;
    this.client = same.client;
    this.patience = patience;
    this.presence = presence;
    this.absence = same.absence;
  }

  /// Connects to one address. Nothing is sent yet.
  ///
  /// @param address such as `http://127.0.0.1:9200`
  public static Elasticsearch connect(URI address, Credentials credentials) {
    return connect(address, credentials, Optional.empty());
  }

  /// Connects to one address. Nothing is sent yet.
  ///
  /// @param tls what to trust, for clusters with a certificate authority of their own
  public static Elasticsearch connect(
      URI address, Credentials credentials, Optional<SSLContext> tls) {
    return connect(address, credentials, tls, Optional::empty);
  }

  /// Connects to a node of ours.
  ///
  /// @param absence why it is not there, while it is not
  static Elasticsearch connect(
      URI address, Credentials credentials, Supplier<Optional<String>> absence) {
    return connect(address, credentials, Optional.empty(), absence);
  }

  private static Elasticsearch connect(
      URI address,
      Credentials credentials,
      Optional<SSLContext> tls,
      Supplier<Optional<String>> absence) {
    Objects.requireNonNull(address);
    Rest5ClientBuilder builder =
        Rest5Client.builder(address)
            // Asked for by default since 5.6 of the HTTP client; packing and unpacking every answer
            // costs both sides more than a local network does.
            .setHttpClientConfigCallback(HttpAsyncClientBuilder::disableContentCompression)
            .setConnectionConfigCallback(
                config ->
                    config
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        .setSocketTimeout(Timeout.of(LONGEST_ANSWER)))
            .setRequestConfigCallback(
                config ->
                    config
                        .setResponseTimeout(Timeout.of(LONGEST_ANSWER))
                        .setConnectionRequestTimeout(Timeout.of(LONGEST_ANSWER)))
            .setConnectionManagerCallback(
                pool -> pool.setMaxConnPerRoute(CONNECTIONS).setMaxConnTotal(CONNECTIONS));
    tls.ifPresent(builder::setSSLContext);
    credentials
        .authorization()
        .ifPresent(
            value ->
                builder.setDefaultHeaders(
                    new Header[] {new BasicHeader(HttpHeaders.AUTHORIZATION, value)}));
    return new Elasticsearch(address, builder.build(), credentials, absence);
  }

  /// What must be done when an Elasticsearch is met for the first time.
  @FunctionalInterface
  public interface Welcome {
    /// @throws IOException when it is not fit for use; it is asked again
    void meet() throws IOException;
  }

  /// The same connection for work that must go on without Elasticsearch: its requests wait for an
  /// answer no longer than this, and after one that had none they fail at once until it answers
  /// again. It is not to be closed.
  ///
  /// @param welcome done before the first request; it may use the patient connection
  public Elasticsearch impatient(Duration patience, Welcome welcome) {
    Elasticsearch glance = new Elasticsearch(this, GLANCE, Optional.empty());
    AtomicBoolean met = new AtomicBoolean();
    Presence seen =
        new Presence(
            () -> {
              glance.request("GET", "/_nodes/_local/_none");
              if (!met.get()) {
                welcome.meet();
                met.set(true);
              }
            });
    return new Elasticsearch(this, patience, Optional.of(seen));
  }

  /// The typed client.
  public ElasticsearchClient client() {
    return client;
  }

  /// Where this Elasticsearch is; carries no credentials.
  public URI address() {
    return address;
  }

  /// Why it does not answer, where we run it and know.
  public Optional<String> absence() {
    return absence.get();
  }

  /// The value of the `Authorization` header of this connection, for measuring beside us.
  public Optional<String> authorization() {
    return credentials.authorization();
  }

  /// Sends a request without a body.
  ///
  /// @param path with its query: `/_cluster/health?level=indices`
  /// @throws IOException when there was no answer; an error status is an answer
  public Answer request(String method, String path) throws IOException {
    return send(to(method, path));
  }

  /// Sends a request with a JSON body.
  ///
  /// @throws IOException when there was no answer; an error status is an answer
  public Answer request(String method, String path, JsonNode body) throws IOException {
    return request(method, path, JSON.writeValueAsBytes(body), "application/json");
  }

  /// Sends a request with a body, such as the `application/x-ndjson` of a bulk request.
  ///
  /// @throws IOException when there was no answer; an error status is an answer
  public Answer request(String method, String path, byte[] body, String type) throws IOException {
    Request request = to(method, path);
    request.setEntity(new ByteArrayEntity(body, ContentType.create(type)));
    return send(request);
  }

  /// A search that some shards cannot answer now fails as a whole. By default Elasticsearch gives
  /// what the others have with status 200: a count too small, or an export that ends early.
  private static Request to(String method, String path) {
    Request request = new Request(method, path);
    if (SEARCH.matcher(path).matches()) {
      request.addParameter("allow_partial_search_results", "false");
    }
    return request;
  }

  private Answer send(Request request) throws IOException {
    if (presence.isEmpty()) {
      return exchange(request);
    }
    presence.get().require();
    try {
      return exchange(request);
    } catch (IOException e) {
      presence.get().lost(e);
      throw e;
    }
  }

  /// A request that the memory guard (parent circuit breaker) turned away was not begun. The guard
  /// counts garbage too, so that the next collection usually makes room.
  private Answer exchange(Request request) throws IOException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      Answer answer = exchangeOnce(request);
      if (attempt == ATTEMPTS || !answer.isTurnedAway()) {
        return answer;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while Elasticsearch had no memory to spare");
      }
      pause = pause.multipliedBy(2);
    }
  }

  private Answer exchangeOnce(Request request) throws IOException {
    Response response;
    try {
      response = perform(request);
    } catch (ResponseException e) {
      response = e.getResponse();
    }
    HttpEntity entity = response.getEntity();
    byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
    return new Answer(response.getStatusCode(), body == null ? new byte[0] : body);
  }

  /// The client has one time limit for all requests and drops that of a single one: so we wait.
  private Response perform(Request request) throws IOException {
    CompletableFuture<Response> answer = new CompletableFuture<>();
    Cancellable sent =
        rest.performRequestAsync(
            request,
            new ResponseListener() {
              @Override
              public void onSuccess(Response response) {
                answer.complete(response);
              }

              @Override
              public void onFailure(Exception exception) {
                answer.completeExceptionally(exception);
              }
            });
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.cancel();
      throw new SocketTimeoutException("no answer within " + patience.toSeconds() + " s");
    } catch (InterruptedException e) {
      sent.cancel();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Elasticsearch was asked");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }
}
