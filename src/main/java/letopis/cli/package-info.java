/// The commands of `./letopis`: arguments in, text or JSON out, exit codes.
@NullMarked
package letopis.cli;

import org.jspecify.annotations.NullMarked;
