/// The demo: an invented region whose outlets and channels are served on loopback under their
/// own host names. Stories in (resources), HTTP out; it knows nothing of the archive that
/// crawls it.
@NullMarked
package letopis.demo;

import org.jspecify.annotations.NullMarked;
