/// How well and how fast documents are found, indexed and exported.
@NullMarked
package letopis.bench.search;

import org.jspecify.annotations.NullMarked;
