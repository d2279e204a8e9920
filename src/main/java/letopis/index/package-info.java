/// The archive in Elasticsearch: indices by the files of `index-mappings/`, documents in and out.
/// In: [letopis.document.Document]. Out: the same, with what became of each write.
@NullMarked
package letopis.index;

import org.jspecify.annotations.NullMarked;
