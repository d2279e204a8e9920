package letopis.archive;

import java.util.Objects;

/// A capture out of another tool's WARC file: what it says, and what it takes to keep it in our
/// archive with [WarcArchive#write(ImportedCapture)].
public final class ImportedCapture {
  private final Capture capture;
  private final WarcRecords.Captured captured;

  ImportedCapture(Capture capture, WarcRecords.Captured captured) {
    this.capture = Objects.requireNonNull(capture);
    this.captured = Objects.requireNonNull(captured);
  }

  /// The capture, decoded; without a reference of ours.
  public Capture capture() {
    return capture;
  }

  WarcRecords.Captured captured() {
    return captured;
  }
}
