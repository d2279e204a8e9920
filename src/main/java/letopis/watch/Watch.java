package letopis.watch;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import letopis.search.SearchRequest.Filters;

/// A saved search.
///
/// @param id 22 random characters: whoever knows it may read the feed
/// @param q in the query language; kept even when it no longer can be read, see `notice`
/// @param createdAt only what arrives later is reported
/// @param checkedUntil everything written until then has been looked at
/// @param notice why it reports nothing at the moment; empty when all is well
public record Watch(
    String id,
    String name,
    String q,
    Filters filters,
    Optional<Webhook> webhook,
    Instant createdAt,
    Instant checkedUntil,
    Optional<String> notice) {
  public Watch {
    Objects.requireNonNull(id);
    Objects.requireNonNull(name);
    Objects.requireNonNull(q);
    Objects.requireNonNull(filters);
    Objects.requireNonNull(webhook);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(checkedUntil);
    Objects.requireNonNull(notice);
  }

  /// Where results are posted to.
  ///
  /// @param secret key of the signature; never shown
  public record Webhook(URI address, String secret) {
    public Webhook {
      Objects.requireNonNull(address);
      Objects.requireNonNull(secret);
    }

    @Override
    public String toString() {
      return "Webhook[" + address + "]";
    }
  }
}
