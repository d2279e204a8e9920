/// Findings into the archive, in batches: which document each belongs to, and whether it says
/// something new.
@NullMarked
package letopis.crawl.filing;

import org.jspecify.annotations.NullMarked;
