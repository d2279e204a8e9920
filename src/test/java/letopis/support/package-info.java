/// What tests share: a real Elasticsearch, folders, servers that misbehave.
@NullMarked
package letopis.support;

import org.jspecify.annotations.NullMarked;
