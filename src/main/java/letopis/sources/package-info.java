/// What the operator configured: `crawler-config/` in; typed sources, settings, topics and places
/// out, or every mistake with its file and line.
@NullMarked
package letopis.sources;

import org.jspecify.annotations.NullMarked;
