package letopis.parse;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands on many pages of one site, and is therefore not part of any article.
///
/// One object per site, shared by threads. It keeps hashes of text blocks, never the text, and at
/// most [#CAPACITY] of them: a site with more only learns less.
public final class SiteMemory {
  /// The most blocks remembered.
  public static final int CAPACITY = 50_000;

  /// A block is boilerplate from this many pages on.
  private static final int ENOUGH = 3;

  private final ConcurrentHashMap<Long, AtomicInteger> pagesByBlock = new ConcurrentHashMap<>();

  /// Takes note of the blocks of one page, once for each page of the site.
  ///
  /// @param blocks hashes of its blocks, each once
  public void learn(long[] blocks) {
    for (long block : blocks) {
      AtomicInteger known = pagesByBlock.get(block);
      if (known != null) {
        known.incrementAndGet();
      } else if (pagesByBlock.size() < CAPACITY) {
        pagesByBlock.computeIfAbsent(block, _ -> new AtomicInteger()).incrementAndGet();
      }
    }
  }

  /// Whether the block with this hash stood on several of the learned pages.
  public boolean repeats(long block) {
    AtomicInteger pages = pagesByBlock.get(block);
    return pages != null && pages.get() >= ENOUGH;
  }
}
