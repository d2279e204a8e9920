package letopis.bench.search;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import letopis.bench.Usage;
import letopis.elasticsearch.Elasticsearch;
import org.HdrHistogram.ConcurrentHistogram;

/// Sends the same requests again and again from several clients and measures how long answers take.
public final class LoadBench {
  private final Elasticsearch elasticsearch;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// @param elasticsearch whose processor time is counted, too
  public LoadBench(Elasticsearch elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /// What was measured.
  ///
  /// @param rate answers a second
  /// @param p50 median, in milliseconds
  /// @param own processor time of this process for one answer, in milliseconds
  /// @param server that of Elasticsearch
  public record Load(double rate, double p50, double p99, double own, double server, long errors) {}

  /// Runs one load.
  ///
  /// @param clients that send at the same time, each one request after another
  public Load run(List<HttpRequest> requests, int clients, Duration time)
      throws InterruptedException, IOException {
    ConcurrentHistogram histogram = new ConcurrentHistogram(60_000_000L, 3);
    AtomicInteger next = new AtomicInteger();
    AtomicLong errors = new AtomicLong();
    Usage before = Usage.now(elasticsearch);
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        running.add(
            pool.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    int at = Math.floorMod(next.getAndIncrement(), requests.size());
                    long sent = System.nanoTime();
                    HttpResponse<byte[]> response =
                        http.send(requests.get(at), HttpResponse.BodyHandlers.ofByteArray());
                    histogram.recordValue((System.nanoTime() - sent) / 1_000);
                    if (response.statusCode() != 200) {
                      errors.incrementAndGet();
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("a client failed", e.getCause());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Usage used = Usage.now(elasticsearch).since(before);
    return new Load(
        histogram.getTotalCount() / seconds,
        histogram.getValueAtPercentile(50) / 1000.0,
        histogram.getValueAtPercentile(99) / 1000.0,
        used.cpu() / 1e6 / histogram.getTotalCount(),
        used.serverCpu() / 1e6 / histogram.getTotalCount(),
        errors.get());
  }
}
