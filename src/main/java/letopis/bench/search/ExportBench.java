package letopis.bench.search;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import letopis.bench.index.GeneratedArchive;
import letopis.document.DocumentId;
import letopis.index.Indices;
import letopis.search.Export;
import letopis.search.SearchRequest;
import letopis.search.SearchRequest.Period;

/// Exports everything while documents arrive, and checks what came out: every row that was there,
/// once, none that came later, and the same bytes again for the same `as_of`.
public final class ExportBench {
  private static final int ARRIVING = 500;
  private static final int SAMPLES = 10;

  private final Indices indices;
  private final Export export;
  private final Clock clock;

  public ExportBench(Indices indices, Export export, Clock clock) {
    this.indices = indices;
    this.export = export;
    this.clock = clock;
  }

  /// What one export was.
  ///
  /// @param rows written
  /// @param distinct of them
  /// @param missing documents that were there before and did not come out
  /// @param strange rows of documents that were not there before
  /// @param arrived documents indexed meanwhile
  /// @param heap used after a collection, in MiB, at each tenth of the rows
  public record Result(
      long rows,
      long distinct,
      long missing,
      long strange,
      long bytes,
      double seconds,
      long arrived,
      List<Long> heap,
      String sha256) {
    public Result {
      heap = List.copyOf(heap);
    }

    /// Whether it was what it should be.
    public boolean whole() {
      return rows == distinct && missing == 0 && strange == 0;
    }
  }

  /// Exports documents 0 to `count` of a generated archive twice, as of now, while others arrive.
  public List<Result> run(int count, GeneratedArchive arriving) throws IOException {
    long[] there = new long[count];
    for (int i = 0; i < count; i++) {
      there[i] = hash(DocumentId.of(GeneratedArchive.url(i)));
    }
    Arrays.sort(there);
    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    SearchRequest request =
        SearchRequest.everything()
            .with(
                new Period(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(asOf)));
    List<Result> results = new ArrayList<>();
    int number = count;
    for (int round = 0; round < 2; round++) {
      Arrivals arrivals = new Arrivals(arriving, number);
      Thread thread = Thread.ofPlatform().name("arrivals").start(arrivals);
      Result result = export(request, there, arrivals.written);
      arrivals.ended.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
      number += (int) arrivals.written.get();
      results.add(result);
    }
    return results;
  }

  /// Indexes documents until told to end.
  private final class Arrivals implements Runnable {
    private final GeneratedArchive archive;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong written = new AtomicLong();
    private final int first;

    Arrivals(GeneratedArchive archive, int first) {
      this.archive = archive;
      this.first = first;
    }

    @Override
    public void run() {
      while (!ended.get()) {
        try {
          int next = first + (int) written.get();
          // The clock of `as_of` and of arrivals is the same, so they are later by a millisecond.
          Instant at = clock.instant().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
          archive.write(indices, next, ARRIVING, Optional.of(at));
          written.addAndGet(ARRIVING);
        } catch (IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
  }

  private Result export(SearchRequest request, long[] there, AtomicLong arrived)
      throws IOException {
    Reader reader = new Reader(there);
    long start = System.nanoTime();
    long rows = export.write(request, Export.Format.CSV, "", reader);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(
        rows,
        reader.distinct,
        there.length - reader.known,
        reader.strange,
        reader.bytes,
        seconds,
        arrived.get(),
        reader.heap,
        HexFormat.of().formatHex(reader.digest.digest()));
  }

  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  /// Reads an export as it is written: the first cell of each line is the id.
  private static final class Reader extends OutputStream {
    private final long[] there;
    private final boolean[] seen;
    private final MessageDigest digest;
    private final StringBuilder id = new StringBuilder();
    private final List<Long> heap = new ArrayList<>();
    private boolean first = true;
    private boolean inId;
    private long lines;
    private long distinct;
    private long known;
    private long strange;
    private long bytes;

    Reader(long[] there) {
      this.there = there;
      this.seen = new boolean[there.length];
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) {
      digest.update(buffer, from, length);
      bytes += length;
      for (int i = from; i < from + length; i++) {
        take((char) (buffer[i] & 0xff));
      }
    }

    private void take(char c) {
      if (c == '\n') {
        // The generated texts have no line breaks. The first line has the names of the columns.
        first = false;
        inId = true;
        id.setLength(0);
      } else if (inId && !first && c == ',') {
        inId = false;
        row(Arrays.binarySearch(there, hash(id.toString())));
      } else if (inId && c != '\'') {
        // An id that begins with - has an apostrophe before it, so that no spreadsheet calculates.
        id.append(c);
      }
    }

    private void row(int at) {
      if (at < 0) {
        strange++;
        distinct++;
      } else if (!seen[at]) {
        seen[at] = true;
        known++;
        distinct++;
      }
      lines++;
      if (lines % Math.max(1, there.length / SAMPLES) == 0) {
        heap.add(used());
      }
    }

    private static long used() {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
  }
}
