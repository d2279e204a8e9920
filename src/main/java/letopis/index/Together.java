package letopis.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Makes one request of what many threads ask for at a time. While a request is under way those who
/// come wait for its end, and the next one is for all of them; who comes alone waits for nobody.
///
/// @param <Q> a question
/// @param <A> its answer
public final class Together<Q, A> {
  private final Request<Q, A> request;
  private final int most;
  private final Queue<Slip<Q, A>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /// @param most questions in one request
  public Together(int most, Request<Q, A> request) {
    this.most = most;
    this.request = request;
  }

  /// Asks for several at once.
  public interface Request<Q, A> {
    /// @return an answer to each, in order
    List<A> send(List<Q> questions) throws IOException;
  }

  private static final class Slip<Q, A> {
    final Q question;
    @Nullable A answer;
    @Nullable IOException failure;

    Slip(Q question) {
      this.question = question;
    }

    boolean isOpen() {
      return answer == null && failure == null;
    }
  }

  /// The answer to one question.
  ///
  /// @throws IOException when the request that it was part of failed
  public A ask(Q question) throws IOException {
    Slip<Q, A> mine = new Slip<>(question);
    waiting.add(mine);
    turn.lock();
    try {
      while (mine.isOpen()) {
        next(mine);
      }
    } finally {
      turn.unlock();
    }
    if (mine.answer == null) {
      // As it is: whether Elasticsearch said no or nothing is told by its type.
      throw mine.failure;
    }
    return mine.answer;
  }

  /// How many questions wait for the request under way to end.
  int waiting() {
    return waiting.size();
  }

  private void next(Slip<Q, A> mine) {
    List<Slip<Q, A>> batch = new ArrayList<>();
    for (Slip<Q, A> slip = waiting.poll();
        slip != null;
        slip = batch.size() < most ? waiting.poll() : null) {
      batch.add(slip);
    }
    try {
      List<A> answers = request.send(batch.stream().map(slip -> slip.question).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer = answers.get(i);
      }
    } catch (SocketTimeoutException e) {
      // Interrupted by its type only: it is a failure as any other, for all.
      batch.forEach(slip -> slip.failure = e);
    } catch (InterruptedIOException e) {
      // Only this thread is to end: the others ask again.
      waiting.addAll(batch);
      waiting.remove(mine);
      mine.failure = e;
    } catch (IOException e) {
      batch.forEach(slip -> slip.failure = e);
    } catch (RuntimeException | Error e) {
      // An error, too: the others of this batch would ask for ever.
      batch.forEach(slip -> slip.failure = new IOException("a request of ours broke", e));
    }
  }
}
