/// What a fact-checker keeps of a trace. In: a claim, the appearances chosen from its trace, notes
/// and a verdict. Out: the kept case, and schema.org `ClaimReview` JSON-LD made of it. A case holds
/// no text of the archive, only where it is: what is taken down is gone from every case with it.
@NullMarked
package letopis.trace.cases;

import org.jspecify.annotations.NullMarked;
