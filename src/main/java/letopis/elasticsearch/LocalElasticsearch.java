package letopis.elasticsearch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import letopis.elasticsearch.NodeFailure.Reason;

/// The Elasticsearch of a data folder for one process of ours. The first process runs the node;
/// others that come while it runs connect to it. A short command that runs the node ends it only
/// when those are done.
public final class LocalElasticsearch implements AutoCloseable {
  /// What a process wants from a data folder.
  public enum Use {
    /// Run alone for a long time: refuse when another process has the folder, end at once when
    /// told.
    SERVICE,
    /// Do some work: use what runs there, or run it for the time of the work.
    WORK
  }

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Elasticsearch connection;
  private final Optional<NodeKeeper> node;
  private final Optional<DataLock> lock;
  private final Guests guests;
  private final Use use;

  private LocalElasticsearch(
      Elasticsearch connection,
      Optional<NodeKeeper> node,
      Optional<DataLock> lock,
      Guests guests,
      Use use) {
    this.connection = connection;
    this.node = node;
    this.lock = lock;
    this.guests = guests;
    this.use = use;
  }

  /// Starts the node of this data folder or connects to the one that runs.
  ///
  /// @throws NodeFailure with [Reason#IN_USE] when the folder is wanted for [Use#SERVICE] and
  ///     another process has it
  public static LocalElasticsearch open(NodeSettings settings, Use use)
      throws NodeFailure, InterruptedException {
    Objects.requireNonNull(use);
    try {
      long deadline = System.nanoTime() + settings.patience().toNanos();
      while (true) {
        Optional<DataLock> lock = DataLock.take(settings.data());
        if (lock.isPresent()) {
          return run(settings, lock.get(), use);
        }
        if (use == Use.SERVICE) {
          throw inUse(settings);
        }
        Optional<LocalElasticsearch> guest = visit(settings);
        if (guest.isPresent()) {
          return guest.get();
        }
        if (System.nanoTime() > deadline) {
          throw new NodeFailure(
              Reason.TIMEOUT,
              "another process holds " + settings.data() + " but its Elasticsearch does not answer",
              List.of());
        }
        Thread.sleep(PAUSE);
      }
    } catch (IOException e) {
      throw new NodeFailure(
          Reason.FILES, "cannot use the data folder " + settings.data() + ": " + e, List.of());
    }
  }

  private static LocalElasticsearch run(NodeSettings settings, DataLock lock, Use use)
      throws NodeFailure, IOException, InterruptedException {
    try {
      NodeKeeper node = NodeKeeper.start(settings);
      return new LocalElasticsearch(
          Elasticsearch.connect(node.node().address(), node.node().credentials(), node::trouble),
          Optional.of(node),
          Optional.of(lock),
          new Guests(settings.data()),
          use);
    } catch (NodeFailure | InterruptedException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static Optional<LocalElasticsearch> visit(NodeSettings settings) throws IOException {
    Guests guests = new Guests(settings.data());
    guests.enter();
    Optional<NodeRecord> record =
        NodeRecord.read(settings.data()).filter(found -> NodeProbe.isOurs(found, settings));
    if (record.isEmpty()) {
      guests.close();
      return Optional.empty();
    }
    Elasticsearch connection =
        Elasticsearch.connect(record.get().address().orElseThrow(), record.get().credentials());
    return Optional.of(
        new LocalElasticsearch(connection, Optional.empty(), Optional.empty(), guests, Use.WORK));
  }

  private static NodeFailure inUse(NodeSettings settings) {
    String who =
        NodeRecord.read(settings.data())
            .flatMap(record -> record.process())
            .flatMap(ProcessHandle::parent)
            .map(parent -> " (process " + parent.pid() + ")")
            .orElse("");
    return new NodeFailure(
        Reason.IN_USE,
        "another Letopis%s is running on the data folder %s; end it, or choose another with --data"
            .formatted(who, settings.data()),
        List.of());
  }

  /// The open connection; closed with this.
  public Elasticsearch connection() {
    return connection;
  }

  /// The node of this moment, when this process runs it: one that ends by itself is started again.
  public Optional<ManagedNode> node() {
    return node.map(NodeKeeper::node);
  }

  /// Closes the connection; ends the node when this process runs it, after the guests of a short
  /// command are done.
  @Override
  public void close() throws IOException {
    connection.close();
    if (node.isPresent() && use == Use.WORK) {
      guests.awaitNone();
    }
    node.ifPresent(NodeKeeper::close);
    guests.close();
    if (lock.isPresent()) {
      lock.get().close();
    }
  }

  /// The processes that use a node without running it, as shared locks on one file.
  private static final class Guests implements AutoCloseable {
    private final FileChannel channel;

    Guests(Path data) throws IOException {
      channel =
          FileChannel.open(
              data.resolve("guests"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    }

    private void enter() throws IOException {
      lock(true);
    }

    void awaitNone() throws IOException {
      lock(false);
    }

    private void lock(boolean shared) throws IOException {
      FileLock held = channel.lock(0, Long.MAX_VALUE, shared);
      if (!held.isValid()) {
        throw new IOException("the lock was lost");
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
