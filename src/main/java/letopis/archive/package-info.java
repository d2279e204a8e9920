/// Keeps what was fetched as evidence: responses in, WARC 1.1 files with an index out, and back
/// again by reference or by address and time.
@NullMarked
package letopis.archive;

import org.jspecify.annotations.NullMarked;
