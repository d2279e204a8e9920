/// Page extraction against the public gold sets, with the measures of the sets' own authors. In go
/// the sets as their authors pack them; out come one table and the worst pages.
@NullMarked
package letopis.bench.extract;

import org.jspecify.annotations.NullMarked;
