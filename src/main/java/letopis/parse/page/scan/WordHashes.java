package letopis.parse.page.scan;

import java.util.Arrays;

/// A growing list of hashes of words, see [WordTable#hash].
final class WordHashes {
  private int[] hashes = new int[1024];
  private int size;

  void add(int hash) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = hash;
  }

  int size() {
    return size;
  }

  int[] all() {
    return Arrays.copyOf(hashes, size);
  }
}
