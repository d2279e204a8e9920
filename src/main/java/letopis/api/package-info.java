/// The HTTP edge: requests come in, are checked whole, handed to search, trace and watch, and go
/// out as JSON, streams or problems (RFC 9457). Also serves the web page, which reads only this
/// API. Here are the server and its list of routes; each resource has a package of its own. Knows
/// nothing of the write path.
@NullMarked
package letopis.api;

import org.jspecify.annotations.NullMarked;
