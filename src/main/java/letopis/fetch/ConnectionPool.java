package letopis.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/// Keeps connections open between requests to one host. A connection that was allowed for an
/// address named by hand is never lent to the crawler.
final class ConnectionPool implements AutoCloseable {
  /// A full pool is looked through for stale connections this often, not at each return; any other
  /// once in the time for which connections are kept: servers close theirs, and those of hosts that
  /// are not asked again would stay half open.
  private static final long SWEEP_EVERY = 1_000_000_000;

  private final Connector connector;
  private final long keepNanos;
  private final int maxIdle;
  private final Map<Connector.Target, Deque<Connection>> idle = new HashMap<>();
  private int idleCount;
  private long sweptAt = System.nanoTime() - SWEEP_EVERY - 1;

  /// @param keep how long an idle connection is kept
  /// @param maxIdle in all
  ConnectionPool(Connector connector, Duration keep, int maxIdle) {
    this.connector = connector;
    this.keepNanos = keep.toNanos();
    this.maxIdle = maxIdle;
  }

  Connector connector() {
    return connector;
  }

  /// An idle connection to this target, if there is a fresh one.
  synchronized Optional<Connection> idle(Connector.Target target) {
    Deque<Connection> parked = idle.get(target);
    while (parked != null && !parked.isEmpty()) {
      Connection connection = parked.pollLast();
      idleCount--;
      if (System.nanoTime() - connection.idleSince() < keepNanos && !connection.hasComeUnasked()) {
        return Optional.of(connection);
      }
      connection.close();
    }
    return Optional.empty();
  }

  Connection open(Connector.Target target, Deadline deadline) throws IOException {
    return connector.connect(target, deadline);
  }

  synchronized void park(Connector.Target target, Connection connection) {
    long now = System.nanoTime();
    if (now - sweptAt > (idleCount >= maxIdle ? SWEEP_EVERY : keepNanos)) {
      sweep();
      sweptAt = now;
    }
    if (idleCount >= maxIdle) {
      connection.close();
      return;
    }
    connection.park(now);
    idle.computeIfAbsent(target, _ -> new ArrayDeque<>()).addLast(connection);
    idleCount++;
  }

  private void sweep() {
    long now = System.nanoTime();
    for (Iterator<Deque<Connection>> all = idle.values().iterator(); all.hasNext(); ) {
      Deque<Connection> parked = all.next();
      while (!parked.isEmpty() && now - parked.peekFirst().idleSince() >= keepNanos) {
        parked.pollFirst().close();
        idleCount--;
      }
      if (parked.isEmpty()) {
        all.remove();
      }
    }
  }

  @Override
  public synchronized void close() {
    idle.values().forEach(parked -> parked.forEach(Connection::close));
    idle.clear();
    idleCount = 0;
  }
}
