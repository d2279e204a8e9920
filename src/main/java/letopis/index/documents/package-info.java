/// Documents in and out, under all their addresses, and how they are removed for good.
@NullMarked
package letopis.index.documents;

import org.jspecify.annotations.NullMarked;
