/// `sources`: what is configured, what each source gives, and how a new one can be read.
@NullMarked
package letopis.cli.sources;

import org.jspecify.annotations.NullMarked;
