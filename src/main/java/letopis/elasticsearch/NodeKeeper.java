package letopis.elasticsearch;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the managed node of a data folder alive: one that ends by itself is started again, at the
/// same address and for the same user, so that open connections go on. A node that ends again soon
/// is waited for longer and longer.
final class NodeKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeKeeper.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /// A node that ran for so long was well.
  private static final Duration WELL = Duration.ofMinutes(5);

  private final Thread thread;
  private volatile ManagedNode node;
  private volatile Optional<String> trouble = Optional.empty();

  private NodeKeeper(ManagedNode node) {
    this.node = node;
    this.thread = Thread.ofVirtual().name("node-keeper").start(this::keep);
  }

  /// Starts the node, see [ManagedNode#start].
  static NodeKeeper start(NodeSettings settings) throws NodeFailure, InterruptedException {
    return new NodeKeeper(ManagedNode.start(settings));
  }

  /// The node of this moment.
  ManagedNode node() {
    return node;
  }

  /// Why the node is not there, while it is not.
  Optional<String> trouble() {
    return trouble;
  }

  /// Ends the node and does not start it again.
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    node.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        if (trouble.isEmpty()) {
          long begin = System.nanoTime();
          node.awaitEnd();
          pause = System.nanoTime() - begin > WELL.toNanos() ? FIRST_PAUSE : pause;
          say("it ended by itself", pause);
        }
        Thread.sleep(pause);
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        try {
          node = node.again();
          trouble = Optional.empty();
          LOG.info("Elasticsearch was started again");
        } catch (NodeFailure | RuntimeException e) {
          say(String.valueOf(e.getMessage()), pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String what, Duration pause) {
    trouble = Optional.of(what + "; it is started again");
    LOG.warn("Elasticsearch: {}; it is started again in {} s", what, pause.toSeconds());
  }
}
