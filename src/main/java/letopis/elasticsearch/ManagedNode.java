package letopis.elasticsearch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import letopis.elasticsearch.NodeFailure.Reason;

/// A real Elasticsearch as our child process: on loopback only, as an unprivileged user, with a
/// password generated at each start. The caller holds the [DataLock] of the data folder.
public final class ManagedNode implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(20);

  private final NodeSettings settings;
  private final NodeRecord record;
  private final ProcessHandle process;

  private ManagedNode(NodeSettings settings, NodeRecord record, ProcessHandle process) {
    this.settings = settings;
    this.record = record;
    this.process = process;
  }

  /// Starts the node of a data folder and waits until it answers. A node that a killed process of
  /// ours left behind is taken over when it is well, else ended first.
  ///
  /// @throws NodeFailure with what was in the way and the node's last words
  public static ManagedNode start(NodeSettings settings) throws NodeFailure, InterruptedException {
    Objects.requireNonNull(settings);
    try {
      Optional<ManagedNode> orphan = takeOver(settings);
      if (orphan.isPresent()) {
        return orphan.get();
      }
      checkFolder(settings);
      checkJava(settings);
      Distribution.prepare(settings);
      return launch(settings, NodeFiles.newUser());
    } catch (IOException e) {
      throw NodeLog.explain(settings, Reason.FILES, "cannot set up the node: " + e);
    }
  }

  /// Starts a node that has ended once more: at the same address and for the same user.
  ManagedNode again() throws NodeFailure, InterruptedException {
    try {
      return launch(settings.withPort(address().getPort()), record.credentials());
    } catch (IOException e) {
      throw NodeLog.explain(settings, Reason.FILES, "cannot set up the node: " + e);
    }
  }

  /// Waits until the process ends.
  void awaitEnd() throws InterruptedException {
    try {
      process.onExit().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process cannot fail", e);
    }
  }

  /// Where it listens.
  public URI address() {
    return record.address().orElseThrow();
  }

  /// The generated user of this start, allowed everything.
  public Credentials credentials() {
    return record.credentials();
  }

  /// Opens a connection to it.
  public Elasticsearch connect() {
    return Elasticsearch.connect(address(), credentials());
  }

  /// Process id of the child, for tests and messages.
  public long pid() {
    return process.pid();
  }

  /// Ends the node and waits for it: gently, after 20 seconds by force.
  @Override
  public void close() {
    end(process);
    try {
      Files.deleteIfExists(NodeRecord.file(settings.data()));
    } catch (IOException e) {
      // The process is gone; a stale record names a process that does not exist and does no harm.
    }
  }

  private static Optional<ManagedNode> takeOver(NodeSettings settings) {
    Optional<NodeRecord> found = NodeRecord.read(settings.data());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    NodeRecord record = found.get();
    Optional<ProcessHandle> process = record.process();
    if (process.isEmpty()) {
      return Optional.empty();
    }
    boolean wantsOtherPort =
        settings.port() != 0
            && record.address().map(URI::getPort).filter(port -> port == settings.port()).isEmpty();
    if (!wantsOtherPort && NodeProbe.isOurs(record, settings)) {
      return Optional.of(new ManagedNode(settings, record, process.get()));
    }
    end(process.get());
    return Optional.empty();
  }

  /// Elasticsearch would take what stands before and after a comma for two folders.
  private static void checkFolder(NodeSettings settings) throws NodeFailure {
    if (settings.data().toString().contains(",")) {
      throw new NodeFailure(
          Reason.FILES,
          "the data folder " + settings.data() + " has a comma in its path: take another one",
          List.of());
    }
  }

  private static void checkJava(NodeSettings settings) throws NodeFailure {
    if (!Files.isExecutable(java(settings))) {
      throw new NodeFailure(
          Reason.NO_JAVA, "there is no Java in " + settings.javaHome(), List.of());
    }
  }

  private static Path java(NodeSettings settings) {
    return settings.javaHome().resolve("bin").resolve("java");
  }

  private static ManagedNode launch(NodeSettings settings, Credentials.Password credentials)
      throws NodeFailure, IOException, InterruptedException {
    NodeFiles.write(settings, credentials);
    Process child = NodeProcess.spawn(settings, java(settings));
    NodeRecord starting =
        new NodeRecord(
            child.pid(), NodeRecord.startOf(child.toHandle()), Optional.empty(), credentials);
    // Told to end while it starts, we must not leave it behind.
    Thread endWithUs = new Thread(() -> end(child.toHandle()), "node-shutdown");
    Runtime.getRuntime().addShutdownHook(endWithUs);
    try {
      starting.write(settings.data());
      URI address = NodeProbe.awaitReady(settings, child.toHandle(), credentials);
      NodeRecord record =
          new NodeRecord(starting.pid(), starting.started(), Optional.of(address), credentials);
      record.write(settings.data());
      return new ManagedNode(settings, record, child.toHandle());
    } catch (NodeFailure | IOException | InterruptedException | RuntimeException e) {
      end(child.toHandle());
      Files.deleteIfExists(NodeRecord.file(settings.data()));
      throw e;
    } finally {
      forget(endWithUs);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // We are ending already; the hook does its work.
    }
  }

  /// Ends a process and its children. A server whose launcher is gone ends by itself, so children
  /// only matter when force is needed.
  private static void end(ProcessHandle process) {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.addFirst(process);
    process.destroy();
    if (!awaitEnd(all, END)) {
      all.forEach(ProcessHandle::destroyForcibly);
      awaitEnd(all, END);
    }
  }

  private static boolean awaitEnd(List<ProcessHandle> processes, Duration patience) {
    CompletableFuture<?> ends =
        CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new));
    try {
      ends.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
