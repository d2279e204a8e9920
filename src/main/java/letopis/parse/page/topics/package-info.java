/// What a page is about by its own words: its section and its tags.
@NullMarked
package letopis.parse.page.topics;

import org.jspecify.annotations.NullMarked;
