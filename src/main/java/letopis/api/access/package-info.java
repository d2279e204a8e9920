/// Where the API listens and who may call it: keys, roles, limits, sign-in, the log of changes.
@NullMarked
package letopis.api.access;

import org.jspecify.annotations.NullMarked;
