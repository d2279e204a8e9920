package letopis.crawl.spool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.index.state.RecordJson;

/// The journal of a dead process, locked by us: nobody else takes it over until it is closed.
record Orphan(Path path, FileChannel channel) implements AutoCloseable {
  /// @param unfiled its lines of captures that are not filed, in its order
  /// @param dead processes that it knew to be dead
  record Left(Collection<ObjectNode> unfiled, Set<String> dead) {}

  /// Takes the file if its process is no more.
  static Optional<Orphan> take(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new Orphan(path, channel));
      }
    } catch (OverlappingFileLockException e) {
      // It is ours, of another journal of this process.
    }
    channel.close();
    return Optional.empty();
  }

  Left read() throws IOException {
    Map<Long, ObjectNode> unfiled = new LinkedHashMap<>();
    Set<String> dead = new HashSet<>();
    // One by one: most lines are of what was filed, and all of them may be too much to hold. Not
    // strictly UTF-8: a crash may have cut the last line within a letter. Through this channel and
    // not closed: a process loses its lock of a file with the first channel of it that it closes.
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Channels.newInputStream(channel.position(0)), StandardCharsets.UTF_8));
    for (String text; (text = lines.readLine()) != null; ) {
      JournalLine.parse(text).ifPresent(line -> note(line, unfiled, dead));
    }
    return new Left(unfiled.values(), dead);
  }

  private static void note(ObjectNode line, Map<Long, ObjectNode> unfiled, Set<String> dead) {
    line.path("dead").forEach(owner -> dead.add(owner.asText()));
    line.path("done").forEach(number -> unfiled.remove(number.asLong()));
    if (line.has("n")) {
      unfiled.merge(line.path("n").asLong(), line, (one, more) -> one.setAll(more));
    }
  }

  /// Notes in the file that all of it was taken over: nobody does so again, and a backup that is
  /// under way still sees what was filed since it began.
  void done() throws IOException {
    ObjectNode line = RecordJson.MAPPER.createObjectNode();
    var list = line.putArray("done");
    read().unfiled().forEach(unfiled -> list.add(unfiled.path("n").asLong()));
    // A crash may have cut the last line.
    channel.write(ByteBuffer.wrap(new byte[] {'\n'}), channel.size());
    ByteBuffer bytes = ByteBuffer.wrap(RecordJson.line(line));
    while (bytes.hasRemaining()) {
      channel.write(bytes, channel.size());
    }
  }

  /// Gives the lock back.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
