/// One publication over HTTP: as JSON and schema.org, its saved bytes, its pack of evidence.
@NullMarked
package letopis.api.documents;

import org.jspecify.annotations.NullMarked;
