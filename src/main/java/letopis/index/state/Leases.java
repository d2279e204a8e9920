package letopis.index.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import letopis.index.Indices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Exclusive rights for a time, shared by all processes of one archive through optimistic
/// concurrency: of two that write over the same version, one is told so. There is no other
/// coordinator. The clocks of the processes must agree to within a few seconds.
public final class Leases {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

  private final Records records;
  private final String owner;
  private final Set<String> dead;
  private final Clock clock;

  /// The versions of the rights that we gave back last: who takes one again need not read it first.
  private final Map<String, Versioned<JsonNode>> released = new ConcurrentHashMap<>();

  /// @param owner a name that no other process has
  public Leases(Indices indices, String owner, Clock clock) {
    this(indices, owner, Set.of(), clock);
  }

  /// @param owner a name that no other process has
  /// @param dead owners that are known to be no more: their rights are free at once
  public Leases(Indices indices, String owner, Set<String> dead, Clock clock) {
    this.records = new Records(indices, "leases");
    this.owner = owner;
    this.dead = Set.copyOf(dead);
    this.clock = clock;
  }

  /// A right that we hold.
  ///
  /// @param until it ends by itself then
  public record Lease(String name, Instant until, Versioned<JsonNode> version) {}

  /// Takes a right, if nobody else holds it.
  ///
  /// @param name `[a-z0-9._-]+`
  public Optional<Lease> acquire(String name, Duration duration) throws IOException {
    Versioned<JsonNode> ours = released.remove(name);
    if (ours != null) {
      Optional<Lease> again = write(name, ours, clock.instant().plus(duration));
      if (again.isPresent()) {
        return again;
      }
    }
    Optional<Versioned<JsonNode>> present = present(name);
    if (present.isPresent() && heldByOther(present.get().value())) {
      return Optional.empty();
    }
    Instant until = clock.instant().plus(duration);
    return write(
        name, present.orElse(Versioned.fresh(RecordJson.MAPPER.createObjectNode())), until);
  }

  /// Asked for with what others ask for at this moment: a crawl takes many rights at a time.
  private Optional<Versioned<JsonNode>> present(String name) throws IOException {
    return records.getAll(List.of(name)).stream().findFirst();
  }

  /// Holds a right for longer.
  ///
  /// @return empty when it was lost meanwhile
  public Optional<Lease> renew(Lease lease, Duration duration) throws IOException {
    return Optional.ofNullable(renew(List.of(lease), duration).get(lease.name()));
  }

  /// Holds many rights for longer, by one request.
  ///
  /// @return by name those that are still ours; the others were lost meanwhile. One that cannot be
  ///     asked for is as it was: the versions of those that were renewed must not be lost for it
  public Map<String, Lease> renew(Collection<Lease> leases, Duration duration) throws IOException {
    Instant until = clock.instant().plus(duration);
    Map<String, Versioned<JsonNode>> renewed = new LinkedHashMap<>();
    leases.forEach(
        lease -> renewed.put(lease.name(), lease.version().map(_ -> (JsonNode) record(until))));
    Map<String, Lease> kept = new LinkedHashMap<>();
    records
        .replaceAll(renewed)
        .forEach((name, version) -> kept.put(name, new Lease(name, until, version)));
    for (Lease lease : leases) {
      if (!kept.containsKey(lease.name())) {
        stillOursOrUnknown(lease, until).ifPresent(ours -> kept.put(ours.name(), ours));
      }
    }
    return kept;
  }

  private Optional<Lease> stillOursOrUnknown(Lease lease, Instant until) {
    try {
      return stillOurs(lease, until);
    } catch (IOException e) {
      LOG.debug("whose {} is cannot be asked: {}", lease.name(), e.getMessage());
      return Optional.of(lease);
    }
  }

  /// A right whose record bears our name was had by nobody since: what wrote over our version was a
  /// renewal of ours whose answer was lost, or the renewal was refused for another reason.
  private Optional<Lease> stillOurs(Lease lease, Instant until) throws IOException {
    Optional<Versioned<JsonNode>> present = records.get(lease.name());
    boolean ours =
        present
            .map(Versioned::value)
            .filter(record -> record.path("owner").asText().equals(owner))
            .filter(record -> Instant.parse(record.path("until").asText()).isAfter(Instant.EPOCH))
            .isPresent();
    return ours ? write(lease.name(), present.get(), until) : Optional.empty();
  }

  /// Whether a right that we held has ended by itself, if it was not renewed.
  public boolean isOver(Lease lease) {
    return !clock.instant().isBefore(lease.until());
  }

  /// Gives a right back. One that was lost meanwhile stays with who has it.
  public void release(Lease lease) throws IOException {
    write(lease.name(), lease.version(), Instant.EPOCH)
        .ifPresent(free -> released.put(lease.name(), free.version()));
  }

  private Optional<Lease> write(String name, Versioned<JsonNode> over, Instant until)
      throws IOException {
    return records
        .put(name, over.map(_ -> (JsonNode) record(until)))
        .map(version -> new Lease(name, until, version));
  }

  private ObjectNode record(Instant until) {
    return RecordJson.MAPPER.createObjectNode().put("owner", owner).put("until", until.toString());
  }

  private boolean heldByOther(JsonNode record) {
    String holder = record.path("owner").asText();
    return !holder.equals(owner)
        && !dead.contains(holder)
        && clock.instant().isBefore(Instant.parse(record.path("until").asText()));
  }
}
