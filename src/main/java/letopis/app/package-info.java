/// What commands and benches are made of: the parts of one process wired with `new`, the options
/// that all have, the service, how failures and progress are told.
@NullMarked
package letopis.app;

import org.jspecify.annotations.NullMarked;
