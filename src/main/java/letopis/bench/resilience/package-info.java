/// What the write path keeps when it is killed, cut off or shared. In go real processes and a web
/// of our own whose contents are known; out come tables of what the archive has of it.
@NullMarked
package letopis.bench.resilience;

import org.jspecify.annotations.NullMarked;
