package letopis.crawl.spool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import letopis.archive.SteadyFile;
import letopis.index.state.RecordJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is in the archive but not yet in the index: a line for every capture before it is parsed,
/// and a line when it is filed. Whatever ends the process, the next one knows what is missing.
///
/// Each process has its own file, locked while it lives; a file without an owner is taken over by
/// whoever finds it first. Lines go to the operating system one by one, so that killing the process
/// loses none; a half line at the end, from a crash of the machine, is ignored. That nobody holds
/// the lock proves that the process of a file is dead; what else it held can be taken over at once.
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  static final String SUFFIX = ".jsonl";
  private static final String DRAFT = ".new";

  /// A shorter file is not written anew.
  private static final long SHORT = 4L << 20;

  /// Of so many bytes at most one belongs to what is pending when the file is written anew.
  private static final int MOSTLY_OLD = 4;

  private final Path folder;
  private final Path file;
  private final long limit;
  private SteadyFile lines;

  /// The file before it was last written anew: who has opened it and not tried its lock yet must
  /// not get that.
  private Optional<SteadyFile> before = Optional.empty();

  private final Map<Long, Place> pending = new LinkedHashMap<>();

  /// Those of the pending that nobody is filing.
  private final Set<Long> left = new LinkedHashSet<>();

  private final Set<String> dead = new HashSet<>();
  private long next = 1;
  private long waitingBytes;

  /// How long the lines of the pending are.
  private long pendingBytes;

  /// @param more where the reference to the capture was added later
  private record Place(long offset, int length, long weight, Optional<Place> more) {
    int bytes() {
      return length + more.map(Place::length).orElse(0);
    }
  }

  private Journal(Path folder, Path file, SteadyFile lines, long limit) {
    this.folder = folder;
    this.file = file;
    this.lines = lines;
    this.limit = limit;
  }

  /// Opens a journal of our own.
  ///
  /// @param limit how many bytes of captures may wait, see `storage.spool`
  public static Journal open(Path folder, long limit) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(UUID.randomUUID() + SUFFIX);
    return new Journal(folder, file, SteadyFile.create(file), limit);
  }

  /// Tells the metrics how much waits, and the limit at which crawling pauses.
  public void tell(MeterRegistry metrics) {
    metrics.gauge("letopis.journal.waiting.captures", this, Journal::waiting);
    metrics.gauge("letopis.journal.waiting.bytes", this, Journal::waitingBytes);
    metrics.gauge("letopis.journal.limit.bytes", this, journal -> journal.limit);
  }

  /// Notes something that is to be filed; waits while too much is waiting already.
  ///
  /// @param weight bytes that wait with it
  /// @return its number, for [#done]
  public synchronized long append(ObjectNode line, long weight)
      throws IOException, InterruptedException {
    while (waitingBytes > limit) {
      wait();
    }
    return add(line, weight);
  }

  /// Adds to a line where its capture is: the line was written before the capture, so that no
  /// capture can be without a line.
  ///
  /// @param weight bytes that wait with it
  public synchronized void captured(long number, JsonNode capture, long weight) throws IOException {
    Place place = pending.get(number);
    if (place == null) {
      return;
    }
    ObjectNode more = RecordJson.MAPPER.createObjectNode().put("n", number).put("weight", weight);
    byte[] bytes = RecordJson.line(more.set("capture", capture));
    long offset = lines.size();
    lines.write(bytes, offset);
    Place added = new Place(offset, bytes.length, weight, Optional.empty());
    pending.put(number, new Place(place.offset(), place.length(), weight, Optional.of(added)));
    waitingBytes += weight - place.weight();
    pendingBytes += bytes.length;
  }

  /// Leaves something to be filed later: nobody is filing it now.
  public synchronized void leave(long number) {
    if (pending.containsKey(number)) {
      left.add(number);
    }
  }

  private synchronized long add(ObjectNode line, long weight) throws IOException {
    long number = next++;
    byte[] bytes = RecordJson.line(line.put("n", number).put("weight", weight));
    long offset = lines.size();
    lines.write(bytes, offset);
    pending.put(number, new Place(offset, bytes.length, weight, Optional.empty()));
    waitingBytes += weight;
    pendingBytes += bytes.length;
    return number;
  }

  /// Notes that these are filed.
  public synchronized void done(Collection<Long> numbers) throws IOException {
    ObjectNode line = RecordJson.MAPPER.createObjectNode();
    var list = line.putArray("done");
    for (long number : numbers) {
      Place place = pending.remove(number);
      left.remove(number);
      if (place != null) {
        waitingBytes -= place.weight();
        pendingBytes -= place.bytes();
        list.add(number);
      }
    }
    notifyAll();
    if (!isShortened() && !list.isEmpty()) {
      lines.write(RecordJson.line(line), lines.size());
    }
  }

  /// Writes the file anew if most of it is old. That a disk has no room for a second one is no
  /// reason not to note what is filed.
  private boolean isShortened() throws IOException {
    if (lines.size() <= Math.max(SHORT, MOSTLY_OLD * pendingBytes) || isCopied()) {
      return false;
    }
    try {
      writeAnew();
      return true;
    } catch (IOException e) {
      LOG.warn("the journal could not be written anew and grows: {}", e.toString());
      return false;
    }
  }

  /// Leaves out what is filed. A busy crawler has always something in hand; its file would grow as
  /// long as it lives, until nobody could read it.
  private void writeAnew() throws IOException {
    Path draft = draftOf(file);
    Files.deleteIfExists(draft);
    SteadyFile fresh = SteadyFile.create(draft);
    Map<Long, Place> moved = new LinkedHashMap<>();
    try {
      if (!dead.isEmpty()) {
        fresh.write(deadLine(), 0);
      }
      for (Map.Entry<Long, Place> one : pending.entrySet()) {
        moved.put(one.getKey(), copy(one.getValue(), fresh));
      }
      fresh.sync();
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      fresh.close();
      Files.deleteIfExists(draft);
      throw e;
    }
    pending.putAll(moved);
    Optional<SteadyFile> older = before;
    before = Optional.of(lines);
    lines = fresh;
    if (older.isPresent()) {
      older.get().close();
    }
  }

  private Place copy(Place place, SteadyFile target) throws IOException {
    long offset = target.size();
    target.write(lines.read(place.offset(), place.length()), offset);
    Optional<Place> more = Optional.empty();
    if (place.more().isPresent()) {
      more = Optional.of(copy(place.more().get(), target));
    }
    return new Place(offset, place.length(), place.weight(), more);
  }

  /// A backup that is under way wants to know of what was filed since it began.
  private boolean isCopied() throws IOException {
    return JournalCopy.isHeld(folder, Clock.systemUTC());
  }

  /// How many lines wait.
  public synchronized int waiting() {
    return pending.size();
  }

  /// Whether something was left for later.
  public synchronized boolean hasLeft() {
    return !left.isEmpty();
  }

  /// The name of this process, which no other has.
  public String owner() {
    return nameOf(file);
  }

  /// The processes that [#adopt] found dead.
  public synchronized Set<String> dead() {
    return Set.copyOf(dead);
  }

  /// How many bytes of captures wait.
  public synchronized long waitingBytes() {
    return waitingBytes;
  }

  /// The oldest lines that were left for later, in order.
  public synchronized List<ObjectNode> oldest(int most) throws IOException {
    List<ObjectNode> oldest = new ArrayList<>();
    for (long number : left.stream().sorted().limit(most).toList()) {
      Place place = pending.get(number);
      if (place == null) {
        continue;
      }
      Optional<ObjectNode> line = read(place);
      if (line.isPresent() && place.more().isPresent()) {
        read(place.more().get()).ifPresent(more -> line.get().setAll(more));
      }
      line.ifPresent(oldest::add);
    }
    return oldest;
  }

  private Optional<ObjectNode> read(Place place) throws IOException {
    byte[] line = lines.read(place.offset(), place.length());
    return JournalLine.parse(new String(line, StandardCharsets.UTF_8));
  }

  /// Takes over what processes that are no more have left: their lines become ours, in the order
  /// of their captures, whichever process made them.
  ///
  /// @return how many
  public int adopt() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(folder)) {
      files = listed.filter(path -> path.toString().endsWith(SUFFIX)).toList();
    }
    List<Orphan> orphans = new ArrayList<>();
    try {
      for (Path path : files) {
        if (!path.equals(file)) {
          Orphan.take(path).ifPresent(orphans::add);
        }
      }
      return adopt(orphans);
    } finally {
      for (Orphan orphan : orphans) {
        orphan.close();
      }
    }
  }

  private int adopt(List<Orphan> orphans) throws IOException {
    List<ObjectNode> unfiled = new ArrayList<>();
    for (Orphan orphan : orphans) {
      Orphan.Left left = orphan.read();
      inherit(nameOf(orphan.path()), left.dead());
      unfiled.addAll(left.unfiled());
    }
    unfiled.sort(Comparator.comparing(JournalLine::time));
    for (ObjectNode line : unfiled) {
      leave(add(line, line.path("weight").asLong()));
    }
    for (Orphan orphan : orphans) {
      if (isCopied()) {
        orphan.done();
      } else {
        Files.deleteIfExists(draftOf(orphan.path()));
        Files.deleteIfExists(orphan.path());
      }
    }
    return unfiled.size();
  }

  /// Ends the journal; the file stays when something in it is not filed.
  @Override
  public synchronized void close() throws IOException {
    if (pending.isEmpty() && !isCopied()) {
      Files.deleteIfExists(file);
    }
    lines.close();
    if (before.isPresent()) {
      before.get().close();
    }
  }

  /// Remembers who is dead, also for the one after us: we may die before we have used it.
  private synchronized void inherit(String owner, Set<String> itsDead) throws IOException {
    dead.add(owner);
    dead.addAll(itsDead);
    lines.write(deadLine(), lines.size());
  }

  private byte[] deadLine() {
    ObjectNode line = RecordJson.MAPPER.createObjectNode();
    dead.forEach(line.putArray("dead")::add);
    return RecordJson.line(line);
  }

  private Path draftOf(Path journal) {
    return folder.resolve(nameOf(journal) + DRAFT);
  }

  private static String nameOf(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - SUFFIX.length());
  }
}
