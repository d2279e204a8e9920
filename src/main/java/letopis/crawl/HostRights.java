package letopis.crawl;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import letopis.index.Leases;
import letopis.index.Leases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rights of this process to fetch from hosts: while it holds one, no other crawler of the same
/// archive polls a source of that host, so that politeness holds over all processes. Rights are
/// renewed by a thread of our own; those of a dead process end by themselves.
final class HostRights implements AutoCloseable {
  /// How long the right of a process that died goes on.
  static final Duration LASTS = Duration.ofSeconds(40);

  private static final Duration RENEWED = Duration.ofSeconds(10);
  private static final Logger LOG = LoggerFactory.getLogger(HostRights.class);

  private final Leases leases;
  private final Map<String, Held> held = new HashMap<>();
  private final Thread renewer;

  private static final class Held {
    Optional<Lease> lease;
    int users = 1;

    Held(Lease lease) {
      this.lease = Optional.of(lease);
    }
  }

  HostRights(Leases leases) {
    this.leases = leases;
    this.renewer = Thread.ofVirtual().name("leases").start(this::renewAll);
  }

  /// Takes the right to a host, unless another process has it.
  synchronized boolean take(String host) throws IOException {
    Held mine = held.get(host);
    if (mine != null) {
      mine.users++;
      return mine.lease.isPresent();
    }
    Optional<Lease> lease = leases.acquire(host, LASTS);
    lease.ifPresent(value -> held.put(host, new Held(value)));
    return lease.isPresent();
  }

  /// Whether we still have the right to a host.
  synchronized boolean has(String host) {
    Held mine = held.get(host);
    return mine != null && mine.lease.isPresent();
  }

  /// Gives a right back once for each time it was taken.
  synchronized void giveBack(String host) {
    Held mine = held.get(host);
    if (mine == null || --mine.users > 0) {
      return;
    }
    held.remove(host);
    try {
      if (mine.lease.isPresent()) {
        leases.release(mine.lease.get());
      }
    } catch (IOException e) {
      LOG.debug("the right to {} ends by itself: {}", host, e.getMessage());
    }
  }

  @Override
  public void close() {
    renewer.interrupt();
    Joining.join(renewer);
  }

  private void renewAll() {
    try {
      while (true) {
        Thread.sleep(RENEWED);
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void renew() {
    for (Map.Entry<String, Held> right : held.entrySet()) {
      Held mine = right.getValue();
      try {
        if (mine.lease.isPresent()) {
          mine.lease = leases.renew(mine.lease.get(), LASTS);
        }
      } catch (IOException e) {
        // Without Elasticsearch nobody else can take it either.
        LOG.debug("the right to {} is not renewed: {}", right.getKey(), e.getMessage());
      }
    }
  }
}
