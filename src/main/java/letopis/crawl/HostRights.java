package letopis.crawl;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import letopis.index.Leases;
import letopis.index.Leases.Lease;
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
  private final Map<String, Held> held = new HashMap<>();

  /// Hosts that another process had when we last asked.
  private final Set<String> others = new HashSet<>();

  private final Thread renewer;

  private static final class Held {
    Optional<Lease> lease;

    /// Elasticsearch was away when the right was asked for: it is ours until it can be asked again.
    boolean assumed;

    int users = 1;

    Held(Optional<Lease> lease) {
      this.lease = lease;
      this.assumed = lease.isEmpty();
    }

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
  synchronized boolean take(String host, Consumer<IOException> lost) {
    Held mine = held.get(host);
    if (mine != null && (mine.isOurs() || mine.users > 0)) {
      if (mine.isOurs()) {
        mine.users++;
      }
      return mine.isOurs();
    }
    held.remove(host);
    try {
      Optional<Lease> lease = leases.acquire(host, LASTS);
      absence.isOver();
      lease.ifPresentOrElse(
          _ -> {
            held.put(host, new Held(lease));
            others.remove(host);
          },
          () -> others.add(host));
      return lease.isPresent();
    } catch (IOException e) {
      lost.accept(e);
      if (others.contains(host) || !absence.is(e)) {
        return false;
      }
      held.put(host, new Held(Optional.empty()));
      return true;
    }
  }

  /// Whether we still have the right to a host. One that ended because we were too slow to renew it
  /// is asked for again: another process may have taken it.
  synchronized boolean has(String host) {
    Held mine = held.get(host);
    if (mine == null || !mine.isOurs()) {
      return false;
    }
    if (mine.lease.filter(leases::isOver).isPresent()) {
      renew(Map.of(host, mine));
    }
    return mine.isOurs();
  }

  /// Gives a right back once for each time it was taken; the last time when all is settled.
  synchronized void giveBack(String host) {
    Held mine = held.get(host);
    if (mine != null && --mine.users <= 0 && settled.getAsBoolean()) {
      release(host, mine);
    }
  }

  @Override
  public void close() {
    renewer.interrupt();
    Joining.join(renewer);
    releaseUnused();
  }

  private void release(String host, Held mine) {
    held.remove(host);
    try {
      if (mine.lease.isPresent()) {
        leases.release(mine.lease.get());
      }
    } catch (IOException e) {
      LOG.debug("the right to {} ends by itself: {}", host, e.getMessage());
    }
  }

  private synchronized void releaseUnused() {
    if (settled.getAsBoolean()) {
      Map.copyOf(held).forEach(this::releaseIfUnused);
    }
  }

  private void releaseIfUnused(String host, Held mine) {
    if (mine.users <= 0) {
      release(host, mine);
    }
  }

  private void renewAll() {
    try {
      while (true) {
        Thread.sleep(RENEWED);
        releaseUnused();
        renewHeld();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void renewHeld() {
    renew(held);
  }

  private void renew(Map<String, Held> rights) {
    try {
      List<Lease> ours =
          rights.values().stream().map(mine -> mine.lease).flatMap(Optional::stream).toList();
      Map<String, Lease> renewed = leases.renew(ours, LASTS);
      for (Map.Entry<String, Held> right : rights.entrySet()) {
        Held mine = right.getValue();
        if (mine.lease.isPresent()) {
          mine.lease = Optional.ofNullable(renewed.get(right.getKey()));
        } else if (mine.assumed) {
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
