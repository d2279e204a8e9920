package letopis.parse.page;

import java.util.Optional;
import letopis.parse.PageInput;
import letopis.parse.PageResult;
import letopis.parse.PageResult.PageAddresses;
import letopis.parse.page.blocks.BlockLab;
import letopis.parse.page.blocks.BlockModel;
import letopis.parse.page.kind.Binary;

/// Finds the article in a saved page. Has no state; may be shared by threads.
public final class PageExtractor {
  /// Larger pages are refused: no article needs so many bytes.
  public static final int MAX_BYTES = 32 << 20;

  /// Pages with more tags are refused: their tree would take gigabytes.
  static final int MAX_TAGS = 1_000_000;

  /// No tag is shorter.
  private static final int SHORTEST_TAG = 3;

  /// One for the process, as its memory is.
  private static final TreeRoom ROOM = new TreeRoom();

  private final BlockModel model;

  /// With the models in the jar.
  public PageExtractor() {
    this(BlockModel.shipped());
  }

  /// With other weights than the shipped ones, for `bench extract`.
  public PageExtractor(BlockModel model) {
    this.model = model;
  }

  /// Reads one page. Any bytes give an answer; nothing is thrown.
  public PageResult extract(PageInput page) {
    return extract(page, false);
  }

  /// Reads one page after its site's memory has learned from it.
  public PageResult learnAndExtract(PageInput page) {
    return extract(page, true);
  }

  private PageResult extract(PageInput page, boolean learns) {
    return refusal(page)
        .orElseGet(
            () -> ROOM.with(page.bytes(), () -> new PageReading(page, learns).result(model)));
  }

  private static Optional<PageResult> refusal(PageInput page) {
    byte[] bytes = page.bytes();
    Optional<String> reason =
        bytes.length > MAX_BYTES
            ? Optional.of("larger than " + (MAX_BYTES >> 20) + " MiB")
            : hasTooManyTags(bytes)
                ? Optional.of("more than " + MAX_TAGS + " tags")
                : Binary.kind(bytes);
    return reason.map(why -> new PageResult.Refused(PageAddresses.NONE, why));
  }

  private static boolean hasTooManyTags(byte[] bytes) {
    return bytes.length > MAX_TAGS * SHORTEST_TAG && TreeRoom.tags(bytes) > MAX_TAGS;
  }

  /// The main text of a page whether it is an article or not, for `bench extract`.
  public String mainText(PageInput page) {
    PageReading reading = new PageReading(page, false);
    return reading.text(model, reading.context(1).orElseThrow()).text();
  }

  /// The blocks of a page as the models see them, for training.
  public static BlockLab lab(PageInput page) {
    return lab(page, 1).orElseThrow();
  }

  /// The same with only the first part of the text that the page's structured data give; empty when
  /// they give none. Sites often cut it.
  ///
  /// @param share of its characters
  public static Optional<BlockLab> lab(PageInput page, double share) {
    return new PageReading(page, false).context(share).map(BlockLab::new);
  }
}
