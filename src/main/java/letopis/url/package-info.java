/// Addresses of the web: which of them mean the same page, what name a page is kept under, and
/// which hosts are on the open internet.
/// Text in, text out; no network.
@NullMarked
package letopis.url;

import org.jspecify.annotations.NullMarked;
