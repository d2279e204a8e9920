package letopis.crawl.spool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import letopis.crawl.spool.JournalFile.Place;
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

  /// A shorter file is not written anew.
  private static final long SHORT = 4L << 20;

  /// Of so many bytes at most one belongs to what is pending when the file is written anew.
  private static final int MOSTLY_OLD = 4;

  private final Path folder;
  private final JournalFile file;
  private final long limit;
  private final Map<Long, Pending> pending = new LinkedHashMap<>();

  /// Those of the pending that nobody is filing.
  private final Set<Long> left = new LinkedHashSet<>();

  private final Set<String> dead = new HashSet<>();
  private long next = 1;
  private long waitingBytes;

  /// How long the lines of the pending are.
  private long pendingBytes;

  /// Something that is to be filed.
  ///
  /// @param capture where the reference to its capture was added later
  private record Pending(Place line, Optional<Place> capture, long weight) {
    int bytes() {
      return line.length() + capture.map(Place::length).orElse(0);
    }
  }

  private Journal(Path folder, JournalFile file, long limit) {
    this.folder = folder;
    this.file = file;
    this.limit = limit;
  }

  /// Opens a journal of our own.
  ///
  /// @param limit how many bytes of captures may wait, see `storage.spool`
  public static Journal open(Path folder, long limit) throws IOException {
    return new Journal(folder, JournalFile.create(folder), limit);
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
    Pending known = pending.get(number);
    if (known == null) {
      return;
    }
    ObjectNode more = RecordJson.MAPPER.createObjectNode().put("n", number).put("weight", weight);
    Place added = file.append(more.set("capture", capture));
    pending.put(number, new Pending(known.line(), Optional.of(added), weight));
    waitingBytes += weight - known.weight();
    pendingBytes += added.length();
  }

  /// Leaves something to be filed later: nobody is filing it now.
  public synchronized void leave(long number) {
    if (pending.containsKey(number)) {
      left.add(number);
    }
  }

  private synchronized long add(ObjectNode line, long weight) throws IOException {
    long number = next++;
    Place place = file.append(line.put("n", number).put("weight", weight));
    pending.put(number, new Pending(place, Optional.empty(), weight));
    waitingBytes += weight;
    pendingBytes += place.length();
    return number;
  }

  /// Notes that these are filed.
  public synchronized void done(Collection<Long> numbers) throws IOException {
    ObjectNode line = RecordJson.MAPPER.createObjectNode();
    var list = line.putArray("done");
    for (long number : numbers) {
      Pending filed = pending.remove(number);
      left.remove(number);
      if (filed != null) {
        waitingBytes -= filed.weight();
        pendingBytes -= filed.bytes();
        list.add(number);
      }
    }
    notifyAll();
    if (!isShortened() && !list.isEmpty()) {
      file.append(line);
    }
  }

  /// Writes the file anew if most of it is old. That a disk has no room for a second one is no
  /// reason not to note what is filed.
  private boolean isShortened() throws IOException {
    if (file.size() <= Math.max(SHORT, MOSTLY_OLD * pendingBytes) || isCopied()) {
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
    List<Place> kept = new ArrayList<>();
    for (Pending one : pending.values()) {
      kept.add(one.line());
      one.capture().ifPresent(kept::add);
    }
    Optional<ObjectNode> first = dead.isEmpty() ? Optional.empty() : Optional.of(deadLine());
    Iterator<Place> moved = file.replace(first, kept).iterator();
    pending.replaceAll(
        (_, one) -> new Pending(moved.next(), one.capture().map(_ -> moved.next()), one.weight()));
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
    return JournalFile.owner(file.path());
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
      Pending one = pending.get(number);
      if (one == null) {
        continue;
      }
      Optional<ObjectNode> line = file.read(one.line());
      if (line.isPresent() && one.capture().isPresent()) {
        file.read(one.capture().get()).ifPresent(more -> line.get().setAll(more));
      }
      line.ifPresent(oldest::add);
    }
    return oldest;
  }

  /// Takes over what processes that are no more have left: their lines become ours, in the order
  /// of their captures, whichever process made them.
  ///
  /// @return how many
  public int adopt() throws IOException {
    List<Orphan> orphans = new ArrayList<>();
    try {
      for (Path path : JournalFile.list(folder)) {
        if (!path.equals(file.path())) {
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
      inherit(JournalFile.owner(orphan.path()), left.dead());
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
        JournalFile.delete(orphan.path());
      }
    }
    return unfiled.size();
  }

  /// Ends the journal; the file stays when something in it is not filed.
  @Override
  public synchronized void close() throws IOException {
    if (pending.isEmpty() && !isCopied()) {
      Files.deleteIfExists(file.path());
    }
    file.close();
  }

  /// Remembers who is dead, also for the one after us: we may die before we have used it.
  private synchronized void inherit(String owner, Set<String> itsDead) throws IOException {
    dead.add(owner);
    dead.addAll(itsDead);
    file.append(deadLine());
  }

  private ObjectNode deadLine() {
    ObjectNode line = RecordJson.MAPPER.createObjectNode();
    dead.forEach(line.putArray("dead")::add);
    return line;
  }
}
