package letopis.fetch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The cookies of one journey through redirects: some servers show a page only to who brings back
/// what the redirect before set. Each goes back to the very host that set it, and all are forgotten
/// at the end of the journey, so that no site can follow us.
final class Cookies {
  private static final int MOST = 20;
  private static final int LONGEST = 4096;

  private final Map<String, Map<String, String>> byHost = new HashMap<>();

  /// Takes what an answer sets.
  ///
  /// @param lines values of `Set-Cookie`
  /// @return whether anything is new
  boolean take(String host, List<String> lines) {
    boolean news = false;
    Map<String, String> jar = byHost.computeIfAbsent(host, _ -> new LinkedHashMap<>());
    for (String line : lines) {
      String pair = line.split(";", 2)[0].strip();
      int equals = pair.indexOf('=');
      boolean room = jar.size() < MOST && pair.length() <= LONGEST;
      if (equals > 0 && room) {
        String value = pair.substring(equals + 1).strip();
        news |= !value.equals(jar.put(pair.substring(0, equals).strip(), value));
      }
    }
    return news;
  }

  /// The value of `Cookie` for a request to this host.
  Optional<String> header(String host) {
    Map<String, String> jar = byHost.getOrDefault(host, Map.of());
    return jar.isEmpty()
        ? Optional.empty()
        : Optional.of(
            jar.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
  }
}
