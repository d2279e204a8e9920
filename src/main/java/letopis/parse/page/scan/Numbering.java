package letopis.parse.page.scan;

import java.util.Arrays;

/// Numbers different keys from 0 in the order in which they come; a hash table without objects.
final class Numbering {
  private int[] keys = new int[128];
  private int[] numbers = new int[128];
  private int count;

  Numbering() {
    Arrays.fill(numbers, -1);
  }

  /// The number of a key; a new one when it has none.
  int of(int key) {
    int slot = slot(key);
    if (numbers[slot] < 0) {
      if (count * 2 >= keys.length) {
        grow();
        slot = slot(key);
      }
      keys[slot] = key;
      numbers[slot] = count++;
    }
    return numbers[slot];
  }

  /// How many keys have numbers.
  int count() {
    return count;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int mixed = key * 0x9E3779B1;
    int slot = (mixed ^ mixed >>> 15) & mask;
    while (numbers[slot] >= 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new int[oldKeys.length * 2];
    numbers = new int[keys.length];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldNumbers[i] >= 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
