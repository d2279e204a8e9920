package letopis.crawl;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import letopis.crawl.filing.Joining;
import letopis.index.state.Leases;
import letopis.index.state.Leases.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rights of this process to fetch from hosts: while it holds one, no other crawler of the same
/// archive polls a source of that host, so that politeness holds over all processes. Rights are
/// renewed by a thread of our own; those of a dead process end by themselves.
final class HostRights implements AutoCloseable {
  /// How long the right of a process that died goes on.
  static final Duration LASTS = Duration.ofSeconds(30);

  private static final Duration RENEWED = Duration.ofSeconds(7);
  private static final Logger LOG = LoggerFactory.getLogger(HostRights.class);

  private final Leases leases;
  private final BooleanSupplier settled;
  private final Absence absence;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  /// Hosts that another process had when we last asked.
  private final Set<String> others = ConcurrentHashMap.newKeySet();

  /// Held for writing while all rights are renewed by one request, for reading while one host is
  /// asked for: many at a time, so that one request can be made of what they ask.
  private final ReadWriteLock renewing = new ReentrantReadWriteLock();

  private final Thread renewer;

  /// One host; who asks Elasticsearch for it holds its monitor.
  private static final class Held {
    volatile Optional<Lease> lease = Optional.empty();

    /// Elasticsearch was away when the right was asked for: it is ours until it can be asked again.
    volatile boolean assumed;

    int users;

    boolean isOurs() {
      return assumed || lease.isPresent();
    }
  }

  /// @param settled whether all that was fetched is in the index. Until then rights are not given
  ///     back: who took one would fetch again what it cannot see there
  /// @param absence whether a right that cannot be asked for is assumed
  HostRights(Leases leases, BooleanSupplier settled, Absence absence) {
    this.leases = leases;
    this.absence = absence;
    this.settled = settled;
    this.renewer = Thread.ofVirtual().name("leases").start(this::renewAll);
  }

  /// Takes the right to a host, unless another process has it. While Elasticsearch is away nobody
  /// can be asked, and crawling must go on: the right is assumed, and asked for when it is back.
  /// A host that another process had when we last asked is left to that one.
  ///
  /// @param lost is told when Elasticsearch does not answer
  boolean take(String host, Consumer<IOException> lost) {
    return alone(host, mine -> take(host, mine, lost));
  }

  private boolean take(String host, Held mine, Consumer<IOException> lost) {
    if (!renewIfOver(host, mine) && (mine.users > 0 || !acquire(host, mine, lost))) {
      return false;
    }
    mine.users++;
    return true;
  }

  /// Another process may have taken a host whose right ended.
  private boolean renewIfOver(String host, Held mine) {
    if (mine.lease.filter(leases::isOver).isPresent()) {
      renew(Map.of(host, mine));
    }
    return mine.isOurs();
  }

  private boolean acquire(String host, Held mine, Consumer<IOException> lost) {
    try {
      mine.lease = leases.acquire(host, LASTS);
      absence.isOver();
      if (mine.lease.isPresent()) {
        others.remove(host);
      } else {
        others.add(host);
      }
    } catch (IOException e) {
      lost.accept(e);
      mine.assumed = !others.contains(host) && absence.is(e);
    }
    return mine.isOurs();
  }

  /// Whether we still have the right to a host. One that ended because we were too slow to renew it
  /// is asked for again: another process may have taken it.
  boolean has(String host) {
    Held known = held.get(host);
    if (known == null || !known.isOurs()) {
      return false;
    }
    // Asked before every page: nobody waits for anybody here. Read once, for it may be lost now.
    Optional<Lease> lease = known.lease;
    return lease.map(right -> !leases.isOver(right)).orElse(known.assumed)
        || alone(host, mine -> renewIfOver(host, mine));
  }

  /// Gives a right back once for each time it was taken; the last time when all is settled.
  void giveBack(String host) {
    alone(
        host,
        mine -> {
          mine.users--;
          return releaseIfUnused(host, mine);
        });
  }

  /// Does something with one host while nobody else does.
  private boolean alone(String host, Predicate<Held> what) {
    Held mine = held.computeIfAbsent(host, _ -> new Held());
    renewing.readLock().lock();
    try {
      synchronized (mine) {
        return what.test(mine);
      }
    } finally {
      renewing.readLock().unlock();
    }
  }

  @Override
  public void close() {
    renewer.interrupt();
    Joining.join(renewer);
    releaseUnused();
  }

  private boolean releaseIfUnused(String host, Held mine) {
    if (mine.users > 0 || !mine.isOurs() || !settled.getAsBoolean()) {
      return false;
    }
    Optional<Lease> lease = mine.lease;
    mine.lease = Optional.empty();
    mine.assumed = false;
    try {
      if (lease.isPresent()) {
        leases.release(lease.get());
      }
    } catch (IOException e) {
      LOG.debug("the right to {} ends by itself: {}", host, e.getMessage());
    }
    return true;
  }

  private void releaseUnused() {
    for (String host : held.keySet()) {
      alone(host, mine -> releaseIfUnused(host, mine));
    }
  }

  private void renewAll() {
    try {
      while (true) {
        Thread.sleep(RENEWED);
        renewOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// This thread renews for all: a fault of ours must not end it.
  private void renewOnce() {
    try {
      releaseUnused();
      renewHeld();
    } catch (RuntimeException | VirtualMachineError e) {
      LOG.error("the rights to hosts could not be renewed; it is tried again", e);
    }
  }

  private void renewHeld() {
    renewing.writeLock().lock();
    try {
      renew(held);
    } finally {
      renewing.writeLock().unlock();
    }
  }

  private void renew(Map<String, Held> rights) {
    try {
      List<Lease> ours =
          rights.values().stream().map(mine -> mine.lease).flatMap(Optional::stream).toList();
      Map<String, Lease> renewed = leases.renew(ours, LASTS);
      List<Map.Entry<String, Held>> assumed =
          rights.entrySet().stream().filter(right -> right.getValue().assumed).toList();
      // All that was renewed before anything is asked for that may fail: a version that is not
      // noted looks like a right that was lost.
      rights.forEach((host, mine) -> mine.lease = Optional.ofNullable(renewed.get(host)));
      for (Map.Entry<String, Held> right : assumed) {
        Held mine = right.getValue();
        if (mine.lease.isEmpty()) {
          mine.lease = leases.acquire(right.getKey(), LASTS);
          mine.assumed = false;
        }
      }
    } catch (IOException e) {
      // Without Elasticsearch nobody else can take them either.
      LOG.debug("the rights to {} hosts are not renewed: {}", rights.size(), e.getMessage());
    }
  }
}
