/// What the archive watches, how well that goes and what it could see, over HTTP.
@NullMarked
package letopis.api.sources;

import org.jspecify.annotations.NullMarked;
