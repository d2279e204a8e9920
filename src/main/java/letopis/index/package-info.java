/// The indices in Elasticsearch by the files of `index-mappings/`: made, checked, migrated, written
/// in bulk.
@NullMarked
package letopis.index;

import org.jspecify.annotations.NullMarked;
