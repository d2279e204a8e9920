package letopis.parse.feed;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Who wrote an entry of an XML feed.
final class XmlPeople {
  private static final Pattern MAIL_THEN_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
  private static final Pattern NAME_THEN_MAIL = Pattern.compile("(.+?)\\s*[(<]\\S+@\\S+[)>]");

  private XmlPeople() {}

  /// Names of the authors, each once.
  static List<String> authors(Element item) {
    Set<String> authors = new LinkedHashSet<>();
    for (Element element :
        FeedXml.children(
            item, "author", "atom:author", "dc:creator", "dc:author", "yandex:author")) {
      String name =
          FeedXml.text(element, "atom:name", "name")
              .orElseGet(() -> element.children().isEmpty() ? XmlTexts.plain(element) : "");
      Optional.of(person(name)).filter(text -> !text.isEmpty()).ifPresent(authors::add);
    }
    if (authors.isEmpty()) {
      FeedXml.text(item, "itunes:author", "media:credit").ifPresent(authors::add);
    }
    return List.copyOf(authors);
  }

  /// `mail (Name)` and `Name <mail>` are the name.
  static String person(String text) {
    Matcher mailFirst = MAIL_THEN_NAME.matcher(text);
    if (mailFirst.matches()) {
      return mailFirst.group(1).strip();
    }
    Matcher nameFirst = NAME_THEN_MAIL.matcher(text);
    return nameFirst.matches() ? nameFirst.group(1).strip() : text.strip();
  }
}
