/// Saved searches over HTTP: made, read as a list or a feed, replayed over the past.
@NullMarked
package letopis.api.watches;

import org.jspecify.annotations.NullMarked;
