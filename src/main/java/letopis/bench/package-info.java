/// The benchmarks that `docs/numbers.md` comes from. In go real data sets; out come printed tables.
@NullMarked
package letopis.bench;

import org.jspecify.annotations.NullMarked;
