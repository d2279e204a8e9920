/// The read side in a terminal: `search`, `export`, `trace`, `case`, `factchecks`.
@NullMarked
package letopis.cli.reading;

import org.jspecify.annotations.NullMarked;
