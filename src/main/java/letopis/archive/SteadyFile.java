package letopis.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of our own, locked while it is open, that stays open when a thread is interrupted at it.
/// A [java.nio.channels.FileChannel] is closed by that, for everybody; and threads are interrupted
/// when we end.
public final class SteadyFile implements AutoCloseable {
  private final RandomAccessFile file;
  private final FileLock lock;

  private SteadyFile(RandomAccessFile file, FileLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /// Makes a file that must not exist, and locks it.
  public static SteadyFile create(Path path) throws IOException {
    Files.createFile(path);
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    return new SteadyFile(file, file.getChannel().lock());
  }

  /// Writes bytes at a place, all of them.
  public synchronized void write(byte[] bytes, long at) throws IOException {
    file.seek(at);
    file.write(bytes);
  }

  /// Reads as many bytes from a place.
  ///
  /// @throws java.io.EOFException if there are fewer
  public synchronized byte[] read(long at, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(at);
    file.readFully(bytes);
    return bytes;
  }

  /// Its length in bytes.
  public synchronized long size() throws IOException {
    return file.length();
  }

  /// Returns when what was written is on the disk.
  public void sync() throws IOException {
    file.getFD().sync();
  }

  /// Gives the lock back, too.
  @Override
  public void close() throws IOException {
    lock.close();
    file.close();
  }
}
