package letopis.cli.keeping;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import letopis.archive.WarcArchive;
import letopis.document.CaptureRef;
import letopis.index.documents.CaptureReferences;
import letopis.index.documents.CaptureReferences.Reference;

/// Reads the capture of every version of every document and compares its digest with the one that
/// the index has. Memory does not grow with the archive.
public final class CaptureCheck {
  private final WarcArchive archive;
  private final CaptureReferences references;

  public CaptureCheck(WarcArchive archive, CaptureReferences references) {
    this.archive = archive;
    this.references = references;
  }

  /// A version whose capture cannot be had as it was.
  record Bad(Reference reference, CaptureRef capture, String problem) {}

  /// How many versions were looked at.
  ///
  /// @param checked versions with a capture
  /// @param without versions that came without one
  /// @param bad of those checked
  record Counts(long checked, long without, long bad) {
    private static final Counts NONE = new Counts(0, 0, 0);

    private Counts plus(long moreChecked, long moreWithout, long moreBad) {
      return new Counts(checked + moreChecked, without + moreWithout, bad + moreBad);
    }
  }

  /// Checks all.
  ///
  /// @param found is given each bad one
  /// @param progress is told how many more versions were looked at
  public Counts run(Consumer<Bad> found, LongConsumer progress)
      throws IOException, InterruptedException {
    Counts[] counts = {Counts.NONE};
    int processors = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
      references.each(
          page -> {
            counts[0] = page(page, threads, found, counts[0]);
            progress.accept(page.size());
          });
    }
    return counts[0];
  }

  private Counts page(
      List<Reference> page, ExecutorService threads, Consumer<Bad> found, Counts before)
      throws InterruptedException {
    // In the order of the files; the posts of one channel page share its capture.
    List<CaptureRef> captures =
        page.stream()
            .flatMap(reference -> reference.capture().stream())
            .distinct()
            .sorted(Comparator.comparing(CaptureRef::file).thenComparing(CaptureRef::offset))
            .toList();
    Map<CaptureRef, String> problems = problems(captures, threads);
    long checked = 0;
    long bad = 0;
    for (Reference reference : page) {
      if (reference.capture().isPresent()) {
        checked++;
        CaptureRef capture = reference.capture().get();
        String problem = problems.get(capture);
        if (problem != null) {
          bad++;
          found.accept(new Bad(reference, capture, problem));
        }
      }
    }
    return before.plus(checked, page.size() - checked, bad);
  }

  private Map<CaptureRef, String> problems(List<CaptureRef> captures, ExecutorService threads)
      throws InterruptedException {
    List<Callable<Optional<String>>> checks =
        captures.stream()
            .<Callable<Optional<String>>>map(ref -> () -> archive.verify(ref))
            .toList();
    List<Future<Optional<String>>> results = threads.invokeAll(checks);
    Map<CaptureRef, String> problems = new HashMap<>();
    for (int i = 0; i < captures.size(); i++) {
      try {
        results.get(i).get().ifPresent(putting(problems, captures.get(i)));
      } catch (ExecutionException e) {
        problems.put(captures.get(i), String.valueOf(e.getCause()));
      }
    }
    return problems;
  }

  private static Consumer<String> putting(Map<CaptureRef, String> problems, CaptureRef capture) {
    return problem -> problems.put(capture, problem);
  }
}
