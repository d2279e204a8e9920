/// What the crawlers remember of sources and addresses, and when each source was watched: small
/// records shared by all processes of one archive.
@NullMarked
package letopis.index.state;

import org.jspecify.annotations.NullMarked;
