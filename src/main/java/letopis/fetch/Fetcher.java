package letopis.fetch;

/// Gets one address from the web.
public interface Fetcher {
  /// Waits for the host's turn, then gets the answer. Every failure of the network or the server is
  /// a result; safe for any number of threads.
  FetchResult fetch(FetchRequest request) throws InterruptedException;
}
