package letopis.elasticsearch;

import java.util.List;
import java.util.Objects;

/// The managed node could not be started, or cannot be used.
public final class NodeFailure extends Exception {
  private static final long serialVersionUID = 1;

  /// What was in the way.
  public enum Reason {
    /// Another process of ours works in this data folder.
    IN_USE,
    /// The server's zip file is not where it should be.
    NO_DISTRIBUTION,
    /// There is no Java that can run it.
    NO_JAVA,
    /// We are root and cannot start it as somebody else.
    NO_UNPRIVILEGED_USER,
    /// There is not enough room on the disk.
    DISK_FULL,
    /// There is not enough memory for its heap.
    NO_MEMORY,
    /// Somebody else listens on the port.
    PORT_TAKEN,
    /// The data was written by a newer version.
    DATA_TOO_NEW,
    /// Another Elasticsearch holds the data.
    DATA_LOCKED,
    /// It ended by itself, for none of the known reasons.
    DIED,
    /// It did not answer in time.
    TIMEOUT,
    /// A file or folder could not be read or written.
    FILES
  }

  private final Reason reason;
  private final transient List<String> log;

  NodeFailure(Reason reason, String message, List<String> log) {
    super(Objects.requireNonNull(message));
    this.reason = Objects.requireNonNull(reason);
    this.log = List.copyOf(log);
  }

  /// What was in the way.
  public Reason reason() {
    return reason;
  }

  /// The last lines that the node wrote; empty when it never ran.
  public List<String> log() {
    return log;
  }

  @Override
  public String toString() {
    return log.isEmpty() ? super.toString() : super.toString() + "\n  " + String.join("\n  ", log);
  }
}
