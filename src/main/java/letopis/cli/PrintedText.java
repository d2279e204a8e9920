package letopis.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/// Text on its way to a terminal. Titles and texts of the archive are other people's: a control
/// character in one could rewrite what the terminal shows, or set its title. Such characters come
/// out as `\\u001b`, which is how JSON writes them, so that what is printed for machines is the
/// same.
final class PrintedText extends FilterWriter {
  PrintedText(Writer out) {
    super(out);
  }

  @Override
  public void write(int c) throws IOException {
    write(String.valueOf((char) c), 0, 1);
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    write(new String(text, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    int plain = from;
    for (int i = from; i < from + length; i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        out.write(text, plain, i - plain);
        out.write("\\u%04x".formatted((int) c));
        plain = i + 1;
      }
    }
    out.write(text, plain, from + length - plain);
  }
}
