/// The commands of `./letopis`: arguments in, text or JSON out, exit codes. Wires the stages
/// together by hand.
@NullMarked
package letopis.cli;

import org.jspecify.annotations.NullMarked;
