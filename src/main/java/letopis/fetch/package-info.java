/// One address to one answer over HTTP, politely, within bounds, never into a private network.
@NullMarked
package letopis.fetch;

import org.jspecify.annotations.NullMarked;
