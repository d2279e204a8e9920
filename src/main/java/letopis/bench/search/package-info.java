/// How well and how fast documents are found and exported.
@NullMarked
package letopis.bench.search;

import org.jspecify.annotations.NullMarked;
