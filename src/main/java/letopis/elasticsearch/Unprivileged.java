package letopis.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import letopis.elasticsearch.NodeFailure.Reason;

/// Elasticsearch refuses to run as root, and rightly. When we are root, the node runs as a user id
/// that owns nothing but its own files.
final class Unprivileged {
  /// A user id that no distribution gives out (Debian policy 9.2.2 leaves 60000-64999 to allocated
  /// system users; this one is not).
  private static final int ID = 64064;

  /// Capability bits, linux/capability.h.
  private static final int CAP_DAC_OVERRIDE = 1;

  private static final int CAP_DAC_READ_SEARCH = 2;

  private Unprivileged() {}

  static boolean needed() {
    try {
      return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /// What to put before a command so that it runs unprivileged; nothing when we are not root.
  ///
  /// @param needs folders that it must be able to enter
  static List<String> prefix(List<Path> needs) throws NodeFailure, IOException {
    if (!needed()) {
      return List.of();
    }
    Path setpriv =
        Stream.of("/usr/bin/setpriv", "/bin/setpriv", "/usr/sbin/setpriv", "/sbin/setpriv")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    new NodeFailure(
                        Reason.NO_UNPRIVILEGED_USER,
                        "Elasticsearch does not run as root, and `setpriv` (package util-linux) is"
                            + " not there to start it as another user; install it, or run as an"
                            + " ordinary user",
                        List.of()));
    List<String> command =
        new ArrayList<>(
            List.of(setpriv.toString(), "--reuid=" + ID, "--regid=" + ID, "--clear-groups"));
    for (Path folder : needs) {
      if (!reachable(folder)) {
        // A data folder below a closed one, such as /root: the right to pass through folders, and
        // no
        // other, goes with the process. Containers lack the narrow right but have the wider one.
        String right = has(CAP_DAC_READ_SEARCH) ? "dac_read_search" : "dac_override";
        command.add("--securebits=+no_setuid_fixup");
        command.add("--inh-caps=+" + right);
        command.add("--ambient-caps=+" + right);
        break;
      }
    }
    return command;
  }

  /// Gives files to the unprivileged user; does nothing when we are not root.
  static void own(Path folder) throws IOException {
    if (!needed()) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setAttribute(file, "unix:uid", ID, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", ID, LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  /// Whether everybody may enter this folder and all above it.
  private static boolean reachable(Path folder) throws IOException {
    for (Path path = folder.toRealPath(); path != null; path = path.getParent()) {
      if (!Files.getFileAttributeView(path, PosixFileAttributeView.class)
          .readAttributes()
          .permissions()
          .contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean has(int capability) throws IOException {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      long permitted =
          status
              .filter(line -> line.startsWith("CapPrm:"))
              .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
              .findFirst()
              .orElse(1L << CAP_DAC_OVERRIDE);
      return (permitted >> capability & 1) == 1;
    }
  }
}
