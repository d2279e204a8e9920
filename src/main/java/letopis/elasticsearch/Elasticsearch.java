package letopis.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/// An open connection to an Elasticsearch, with credentials. Safe for use by many threads.
public final class Elasticsearch implements AutoCloseable {
  /// Reads and writes the JSON of requests and answers.
  public static final ObjectMapper JSON = new ObjectMapper();

  /// Longer than any search or bulk request may take; a lost connection shows at once anyway.
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);

  /// So soon does even a busy one say that it is there.
  private static final Duration GLANCE = Duration.ofSeconds(5);

  /// Of a request that is turned away for want of memory; the pauses between them double, 3.1 s
  /// together.
  private static final int ATTEMPTS = 6;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  private static final Pattern SEARCH = Pattern.compile("(?:.*/)?_search(?:\\?.*)?");

  private final CloseableHttpClient http;
  private final TimeLimits limits;
  private final URI address;
  private final String base;
  private final Credentials credentials;
  private final Duration patience;
  private final Optional<Presence> presence;
  private final Supplier<Optional<String>> absence;

  private Elasticsearch(
      URI address,
      CloseableHttpClient http,
      Credentials credentials,
      Supplier<Optional<String>> absence) {
    this.absence = absence;
    this.address = address;
    this.base = base(address);
    this.credentials = credentials;
    this.http = http;
    this.limits = new TimeLimits("elasticsearch-limits");
    this.patience = LONGEST_ANSWER;
    this.presence = Optional.empty();
  }

  private Elasticsearch(Elasticsearch same, Duration patience, Optional<Presence> presence) {
    this.address = same.address;
    this.base = same.base;
    this.credentials = same.credentials;
    this.http = same.http;
    this.limits = same.limits;
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
    return new Elasticsearch(
        address, Transport.open(credentials, tls, LONGEST_ANSWER), credentials, absence);
  }

  /// What every path is put behind: the address without a slash at its end.
  private static String base(URI address) {
    String text = address.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
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
    return send(to(method, path), JSON.writeValueAsBytes(body), "application/json");
  }

  /// Sends lines of JSON, as `_bulk` and `_msearch` take them.
  ///
  /// @throws IOException when there was no answer; an error status is an answer
  public Answer lines(String path, byte[] lines) throws IOException {
    return send(to("POST", path), lines, "application/x-ndjson");
  }

  /// The same of lines that are text.
  public Answer lines(String path, CharSequence lines) throws IOException {
    return lines(path, lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Searches.
  ///
  /// @param indices names or aliases, with commas between them
  /// @throws Answer.Refused when Elasticsearch says no
  public Answer search(String indices, JsonNode body) throws IOException {
    return request("POST", "/" + indices + "/_search", body).orThrow();
  }

  private Answer send(HttpUriRequestBase request, byte[] body, String type) throws IOException {
    request.setEntity(new ByteArrayEntity(body, ContentType.create(type)));
    return send(request);
  }

  /// A search that some shards cannot answer now fails as a whole. By default Elasticsearch gives
  /// what the others have with status 200: a count too small, or an export that ends early.
  private HttpUriRequestBase to(String method, String path) {
    String whole = path;
    if (SEARCH.matcher(path).matches()) {
      whole += (path.contains("?") ? "&" : "?") + "allow_partial_search_results=false";
    }
    return new HttpUriRequestBase(method, URI.create(base + whole));
  }

  private Answer send(HttpUriRequestBase request) throws IOException {
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
  private Answer exchange(HttpUriRequestBase request) throws IOException {
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

  /// The client has no time limit for a request as a whole, and none at all for writing to an
  /// Elasticsearch that stands still.
  private Answer exchangeOnce(HttpUriRequestBase request) throws IOException {
    try (TimeLimits.Limit limit = limits.start(patience, request::abort)) {
      try {
        return http.execute(request, Transport::read);
      } catch (IOException e) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("interrupted while Elasticsearch was asked");
        }
        if (limit.passed()) {
          throw new SocketTimeoutException("no answer within " + patience.toSeconds() + " s");
        }
        throw e;
      } catch (IllegalStateException e) {
        throw new IOException("the connection to Elasticsearch was closed", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    http.close();
    limits.close();
  }
}
