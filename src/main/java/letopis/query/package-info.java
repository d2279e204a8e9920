/// The query language. In goes what an analyst typed; out comes a checked tree of [Query] or every
/// mistake with its position, and from the tree the JSON of an Elasticsearch query. Pure: nothing
/// here talks to a server.
@NullMarked
package letopis.query;

import org.jspecify.annotations.NullMarked;
