/// One request as an endpoint sees it (its parameters and body read whole, every fault kept) and
/// what it may answer.
@NullMarked
package letopis.api.http;

import org.jspecify.annotations.NullMarked;
