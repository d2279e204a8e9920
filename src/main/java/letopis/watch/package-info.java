/// Saved searches that report each new story once. In: a watch (a query and filters) and what the
/// archive gains. Out: results with the passage that matched, an RSS feed, signed webhooks.
@NullMarked
package letopis.watch;

import org.jspecify.annotations.NullMarked;
