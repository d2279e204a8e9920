package letopis.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import letopis.archive.WarcArchive;
import letopis.elasticsearch.Credentials;
import letopis.elasticsearch.Elasticsearch;
import letopis.index.Indices;
import letopis.sources.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ArchiveGaugesTest {
  @TempDir Path data;

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void anElasticsearchThatStandsStillIsSaidNotToAnswer() throws Exception {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    // Connections are taken by the system, and nobody reads.
    ServerSocket frozen = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    try (Elasticsearch elasticsearch =
            Elasticsearch.connect(
                URI.create("http://127.0.0.1:" + frozen.getLocalPort()), new Credentials.None());
        WarcArchive archive =
            WarcArchive.open(data.resolve("warc"), 1 << 20, "test", Clock.systemUTC());
        // Closed first: that ends the request that is under way.
        frozen) {
      ArchiveGauges gauges =
          new ArchiveGauges(
              new ApiServices(
                  Clock.systemUTC(),
                  data,
                  Configuration.EMPTY,
                  new Indices(elasticsearch, "frozen"),
                  archive,
                  metrics));

      gauges.refresh();

      assertThat(metrics.scrape()).contains("letopis_elasticsearch_up 0.0");
      // Seen by a Prometheus: a figure of something that only the gauge held was gone after the
      // first collection of garbage, and its alert could not fire.
      System.gc();
      assertThat(metrics.scrape())
          .containsPattern("letopis_disk_free_bytes \\d")
          .doesNotContain("letopis_disk_free_bytes NaN");
      gauges.refresh();
    }
  }
}
