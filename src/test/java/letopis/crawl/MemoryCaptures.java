package letopis.crawl;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import letopis.archive.Capture;
import letopis.document.CaptureRef;
import letopis.fetch.FetchResult.Fetched;

final class MemoryCaptures implements Captures {
  private final Map<Long, Fetched> kept = new ConcurrentHashMap<>();

  @Override
  public synchronized CaptureRef keep(Fetched answer) {
    long n = kept.size();
    kept.put(n, answer);
    return new CaptureRef("mem", n, answer.body().length, "sha256:x", answer.at());
  }

  @Override
  public Capture read(CaptureRef ref) {
    Fetched f = kept.get(ref.offset());
    return new Capture(
        f.finalUrl().toString(),
        f.at(),
        f.status(),
        f.headers(),
        f.body(),
        Optional.of(f.url().toString()),
        Optional.of(ref));
  }
}
