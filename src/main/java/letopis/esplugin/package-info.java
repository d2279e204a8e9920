/// The analysis plugin of the managed node: gives the minimal server the analysis components of
/// the official distribution under their official names and settings. Runs inside Elasticsearch;
/// nothing of it is used by us.
@NullMarked
package letopis.esplugin;

import org.jspecify.annotations.NullMarked;
