/// One stage alone, for people who write source configuration: `fetch`, `robots`, `feed`,
/// `extract`.
@NullMarked
package letopis.cli.stages;

import org.jspecify.annotations.NullMarked;
