package letopis.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Turns a host name into addresses.
public interface Resolver {
  /// All addresses, at least one.
  ///
  /// @throws UnknownHostException when there is none, or the answer took too long
  InetAddress[] resolve(String host) throws UnknownHostException;

  /// The system's resolver. The native call cannot be interrupted and would hold a carrier of the
  /// virtual threads, so that a slow name server would delay every host: it runs on platform
  /// threads, and is given up after this long.
  static Resolver system(Duration patience) {
    ExecutorService threads =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("dns-", 0).factory());
    return host -> {
      if (isLiteral(host)) {
        return InetAddress.getAllByName(host);
      }
      Callable<InetAddress[]> lookup = () -> InetAddress.getAllByName(host);
      Future<InetAddress[]> answer = threads.submit(lookup);
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw unknown(host, e);
      } catch (TimeoutException e) {
        answer.cancel(true);
        throw unknown(host + ": no answer from the name server", e);
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw unknown(host, e);
      }
    };
  }

  private static boolean isLiteral(String host) {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }

  private static UnknownHostException unknown(String detail, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(detail);
    unknown.initCause(cause);
    return unknown;
  }
}
