/// How well and how fast traces, attributions and fact-checks are found, over real data and planted
/// claims.
@NullMarked
package letopis.bench.trace;

import org.jspecify.annotations.NullMarked;
