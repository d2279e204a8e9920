/// What writing documents costs, and the generated archive that it is measured on.
@NullMarked
package letopis.bench.index;

import org.jspecify.annotations.NullMarked;
