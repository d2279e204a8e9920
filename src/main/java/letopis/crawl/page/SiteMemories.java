package letopis.crawl.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import letopis.parse.SiteMemory;

/// What repeats on the pages of each site, for as long as the process lives.
final class SiteMemories {
  /// Sites remembered; beyond it pages of further sites are read without a memory of others.
  private static final int MOST = 2_000;

  private final Map<String, SiteMemory> bySite = new ConcurrentHashMap<>();

  /// The memory of a source's site.
  SiteMemory of(String source) {
    SiteMemory known = bySite.get(source);
    if (known != null) {
      return known;
    }
    return bySite.size() >= MOST
        ? new SiteMemory()
        : bySite.computeIfAbsent(source, _ -> new SiteMemory());
  }
}
