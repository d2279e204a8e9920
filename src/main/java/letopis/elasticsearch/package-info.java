/// The search engine: a managed local node or somebody's cluster. In: a data folder or an address
/// with credentials. Out: an open [letopis.elasticsearch.Elasticsearch].
@NullMarked
package letopis.elasticsearch;

import org.jspecify.annotations.NullMarked;
