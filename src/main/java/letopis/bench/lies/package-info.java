/// What the crawler concludes from outlets and servers that lie: each lie is told by a server on
/// loopback to a whole crawler, and what the archive has of it afterwards is compared with the
/// truth.
@NullMarked
package letopis.bench.lies;

import org.jspecify.annotations.NullMarked;
