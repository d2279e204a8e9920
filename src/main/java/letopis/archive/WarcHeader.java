package letopis.archive;

import java.nio.charset.StandardCharsets;

/// The header of a WARC 1.1 record being written (ISO 28500:2017 section 4): its fields in order of
/// adding. By hand, since one is made for each request and each answer.
final class WarcHeader {
  private final StringBuilder text = new StringBuilder(768);

  /// @param type such as `response`
  WarcHeader(String type) {
    text.append("WARC/1.1\r\n");
    add("WARC-Type", type);
  }

  /// Adds a field. A line break in a value, which could begin a field of somebody else's choice,
  /// becomes a space.
  WarcHeader add(String name, String value) {
    text.append(name).append(": ");
    int begin = text.length();
    text.append(value);
    for (int i = begin; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        text.setCharAt(i, ' ');
      }
    }
    text.append("\r\n");
    return this;
  }

  /// With its final empty line, in UTF-8.
  byte[] bytes() {
    return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
  }
}
