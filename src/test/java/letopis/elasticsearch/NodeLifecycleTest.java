package letopis.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import letopis.support.TestElasticsearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeLifecycleTest {
  private static final long HEAP = 400L << 20;

  /// Of all tests that start a node: the server is unpacked once.
  @TempDir static Path data;

  /// One life after another, for a node needs ten seconds to begin one.
  @Test
  void anOrphanIsTakenOverNobodyElseGetsInAndANodeThatEndsIsStartedAgainWithItsData()
      throws Exception {
    long orphan;
    // What `kill -9` of our process leaves: a running node, its record, no lock.
    ManagedNode abandoned = ManagedNode.start(settings());
    orphan = abandoned.pid();
    try (Elasticsearch elasticsearch = abandoned.connect()) {
      elasticsearch
          .request(
              "PUT", "/kept/_doc/1?refresh=true", Elasticsearch.JSON.createObjectNode().put("n", 1))
          .orThrow();
    }
    assertRefused(abandoned);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(NodeRecord.file(data))))
        .isEqualTo("rw-------");

    ManagedNode adopted = ManagedNode.start(settings());
    assertThat(adopted.pid()).isEqualTo(orphan);
    assertThat(adopted.address()).isEqualTo(abandoned.address());

    // The server itself dies: its data must be there after the next start.
    kill(orphan);
    try (LocalElasticsearch service =
        LocalElasticsearch.open(settings(), LocalElasticsearch.Use.SERVICE)) {
      assertThat(service.node().orElseThrow().pid()).isNotEqualTo(orphan);
      assertThat(service.connection().request("GET", "/kept/_doc/1").status()).isEqualTo(200);
      apiKeysWork(service.connection());
      aSecondServiceIsRefusedAndAShortCommandShares(service);
      aNodeThatEndsByItselfIsStartedAgainWhereOpenConnectionsFindIt(service);
    }
    assertThat(NodeRecord.file(data)).as("ended for good").doesNotExist();
  }

  private static void aSecondServiceIsRefusedAndAShortCommandShares(LocalElasticsearch service)
      throws Exception {
    NodeFailure refusal =
        catchThrowableOfType(
            NodeFailure.class,
            () -> LocalElasticsearch.open(settings(), LocalElasticsearch.Use.SERVICE));
    assertThat(refusal.reason()).isEqualTo(NodeFailure.Reason.IN_USE);
    assertThat(refusal).hasMessageContaining(data.toString()).hasMessageContaining("--data");
    try (LocalElasticsearch guest =
        LocalElasticsearch.open(settings(), LocalElasticsearch.Use.WORK)) {
      assertThat(guest.node()).isEmpty();
      assertThat(guest.connection().address()).isEqualTo(service.connection().address());
      assertThat(guest.connection().request("GET", "/_cluster/health").ok()).isTrue();
    }
    assertThat(service.connection().request("GET", "/_cluster/health").ok()).isTrue();
  }

  private static void aNodeThatEndsByItselfIsStartedAgainWhereOpenConnectionsFindIt(
      LocalElasticsearch service) throws IOException {
    Elasticsearch elasticsearch = service.connection();
    assertThat(elasticsearch.absence()).isEmpty();
    long pid = service.node().orElseThrow().pid();
    kill(pid);
    assertThat(until(() -> elasticsearch.absence().isPresent())).isTrue();
    assertThat(elasticsearch.absence().orElseThrow()).contains("started again");
    assertThat(until(() -> elasticsearch.absence().isEmpty())).isTrue();
    assertThat(service.node().orElseThrow().pid()).isNotEqualTo(pid);
    elasticsearch.request("GET", "/_cluster/health/kept?wait_for_status=yellow&timeout=60s");
    assertThat(elasticsearch.request("GET", "/kept/_doc/1").status()).isEqualTo(200);
  }

  private static void kill(long pid) {
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    process.onExit().join();
  }

  private static boolean until(BooleanSupplier reached) {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!reached.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return reached.getAsBoolean();
  }

  @Test
  void aTakenPortIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      NodeFailure failure =
          catchThrowableOfType(
              NodeFailure.class,
              () -> ManagedNode.start(settings().withPort(taken.getLocalPort())));
      assertThat(failure.reason()).isEqualTo(NodeFailure.Reason.PORT_TAKEN);
      assertThat(failure).hasMessageContaining("port " + taken.getLocalPort());
    }
  }

  @Test
  void aMissingDistributionAndAMissingJavaAreNamed(@TempDir Path empty) {
    NodeSettings noZip = NodeSettings.in(empty, empty.resolve("none.zip"), HEAP);
    assertThatThrownBy(() -> ManagedNode.start(noZip))
        .isInstanceOf(NodeFailure.class)
        .hasMessageContaining("none.zip");
    NodeSettings noJava =
        new NodeSettings(
            empty, TestElasticsearch.zip(), HEAP, 0, empty.resolve("nojdk"), Duration.ofMinutes(1));
    NodeFailure failure = catchThrowableOfType(NodeFailure.class, () -> ManagedNode.start(noJava));
    assertThat(failure.reason()).isEqualTo(NodeFailure.Reason.NO_JAVA);
  }

  @Test
  void aDataFolderWithACommaIsRefusedBeforeElasticsearchTakesItForTwo(@TempDir Path folder) {
    NodeSettings settings = NodeSettings.in(folder.resolve("a,b"), TestElasticsearch.zip(), HEAP);
    NodeFailure failure =
        catchThrowableOfType(NodeFailure.class, () -> ManagedNode.start(settings));
    assertThat(failure.reason()).isEqualTo(NodeFailure.Reason.FILES);
    assertThat(failure).hasMessageContaining("a,b").hasMessageContaining("comma");
  }

  @Test
  void theNodesLastWordsAreReadForWhatTheyMean(@TempDir Path folder) throws IOException {
    NodeSettings settings = NodeSettings.in(folder, TestElasticsearch.zip(), HEAP);
    Files.createDirectories(settings.logs());
    Path log = settings.logs().resolve("elasticsearch.log");
    record Sign(String line, NodeFailure.Reason reason) {}
    for (Sign sign :
        new Sign[] {
          new Sign(
              "java.lang.IllegalStateException: cannot downgrade a node from version [9.9.0]",
              NodeFailure.Reason.DATA_TOO_NEW),
          new Sign("failed to obtain node locks, tried [..]", NodeFailure.Reason.DATA_LOCKED),
          new Sign("java.io.IOException: No space left on device", NodeFailure.Reason.DISK_FULL),
          new Sign("-XX:+HeapDumpOnOutOfMemoryError", NodeFailure.Reason.DIED),
        }) {
      Files.writeString(log, sign.line() + "\n\tat a.b.C.d(E.java:1)\n");
      NodeFailure failure = NodeLog.explain(settings, NodeFailure.Reason.DIED, "it ended");
      assertThat(failure.reason()).as(sign.line()).isEqualTo(sign.reason());
      assertThat(failure.log()).containsExactly(sign.line());
    }
  }

  @Test
  void aRecordOfAReusedProcessIdIsNotTakenForOurNode(@TempDir Path folder) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    NodeRecord record =
        new NodeRecord(
            self.pid(),
            NodeRecord.startOf(self).minusSeconds(5),
            Optional.empty(),
            new Credentials.Password("letopis", "secret"));
    record.write(folder);
    assertThat(NodeRecord.read(folder)).contains(record);
    assertThat(record.process()).isEmpty();
    assertThat(record.toString()).doesNotContain("secret");
    Files.writeString(NodeRecord.file(folder), "{\"pid\":");
    assertThat(NodeRecord.read(folder)).isEmpty();
  }

  private static NodeSettings settings() {
    return NodeSettings.in(data, TestElasticsearch.zip(), HEAP);
  }

  private static void assertRefused(ManagedNode node) throws IOException {
    try (Elasticsearch stranger =
            Elasticsearch.connect(node.address(), new Credentials.Password("letopis", "a guess"));
        Elasticsearch nobody = Elasticsearch.connect(node.address(), new Credentials.None())) {
      assertThat(stranger.request("GET", "/_cluster/health").status()).isEqualTo(401);
      assertThat(nobody.request("GET", "/_cluster/health").status()).isEqualTo(401);
    }
  }

  private static void apiKeysWork(Elasticsearch elasticsearch) throws IOException {
    String key =
        elasticsearch
            .request(
                "POST",
                "/_security/api_key",
                Elasticsearch.JSON.createObjectNode().put("name", "test"))
            .orThrow()
            .json()
            .required("encoded")
            .asText();
    try (Elasticsearch byKey =
        Elasticsearch.connect(elasticsearch.address(), new Credentials.ApiKey(key))) {
      assertThat(byKey.request("GET", "/_cluster/health").ok()).isTrue();
    }
  }
}
