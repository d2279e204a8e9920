package letopis.parse.page;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Room in memory for the trees of the pages that are read at a time. Hostile pages of 10 MiB take
/// some 300 MB each, and as many are read at a time as there are processors: the largest wait for
/// one another, in the order in which they came. Ordinary pages wait only while a larger one that
/// came before them does.
final class TreeRoom {
  /// Smaller pages are not looked through for tags.
  private static final int SMALL = 512 << 10;

  /// What a tree takes for a byte of a small page, if nearly all of it is tags.
  private static final int PER_SMALL_BYTE = 64;

  /// Measured with the worst pages of `bench extract`: digits without end, bold words beside rows.
  private static final int PER_BYTE = 12;

  private static final int PER_TAG = 300;

  private final int kibibytes;
  private final Semaphore free;

  /// Half of what this process may use.
  TreeRoom() {
    this(Runtime.getRuntime().maxMemory() / 2);
  }

  TreeRoom(long bytes) {
    this.kibibytes = (int) Math.min(Integer.MAX_VALUE, bytes >> 10);
    this.free = new Semaphore(kibibytes, true);
  }

  /// Does something with the tree of a page when there is room for it; a page that needs more than
  /// there is has all of it.
  <T> T with(byte[] page, Supplier<T> work) {
    int needed = (int) Math.min(kibibytes, need(page) >> 10);
    free.acquireUninterruptibly(needed);
    try {
      return work.get();
    } finally {
      free.release(needed);
    }
  }

  private static long need(byte[] page) {
    return page.length <= SMALL
        ? (long) PER_SMALL_BYTE * page.length
        : (long) PER_BYTE * page.length + (long) PER_TAG * tags(page);
  }

  /// How many tags there are at most.
  static int tags(byte[] page) {
    int tags = 0;
    for (byte one : page) {
      tags += one == '<' ? 1 : 0;
    }
    return tags;
  }
}
