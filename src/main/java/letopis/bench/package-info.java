/// The benchmarks that the README's tables come from. In go real data sets; out come printed
/// tables.
@NullMarked
package letopis.bench;

import org.jspecify.annotations.NullMarked;
