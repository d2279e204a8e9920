/// `bench feeds`: every real feed, post capture, sitemap and robots file, as found and mutated.
@NullMarked
package letopis.bench.feeds;

import org.jspecify.annotations.NullMarked;
