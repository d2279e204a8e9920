/// Addresses of the web: which of them mean the same page, and what name a page is kept under.
/// Text in, text out; no network.
@NullMarked
package letopis.url;

import org.jspecify.annotations.NullMarked;
