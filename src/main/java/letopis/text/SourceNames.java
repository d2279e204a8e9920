package letopis.text;

import static letopis.text.NameReader.Look.CAPITALS;
import static letopis.text.NameReader.Look.KNOWN;
import static letopis.text.NameReader.Look.LATIN;
import static letopis.text.NameReader.Look.ORGANISATION;

import java.util.Set;
import java.util.regex.Pattern;

/// Tells names of sources from names of places and persons that stand in the same words.
final class SourceNames {
  /// Capitals that name countries and unions, not sources.
  private static final Set<String> PLACES =
      Set.of(
          "США",
          "РФ",
          "ЕС",
          "КНР",
          "КНДР",
          "ОАЭ",
          "СССР",
          "ФРГ",
          "ДНР",
          "ЛНР",
          "СНГ",
          "ЦФО",
          "ТЦ",
          "СМИ",
          "СНТ",
          "ХМАО",
          "US",
          "U",
          "UK",
          "EU",
          "USA",
          "UAE",
          "NY",
          "LA",
          "DC",
          "CEO",
          "PM",
          "MP",
          "MPs",
          "TV",
          "I",
          "ДТП",
          "ЧП",
          "Twitter",
          "Facebook",
          "Instagram",
          "Telegram",
          "YouTube",
          "X",
          "TikTok",
          "WhatsApp",
          "Viber");

  private static final Pattern SURNAME =
      Pattern.compile(
          "(?u)\\p{Lu}\\p{Ll}+(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|ская|цкий|цкая|ский|ко|ук|юк|ич|ян|ых|ого|ову|еву|ину)");
  private static final Set<String> GIVEN_NAMES =
      Set.of(
          ("James John Robert Michael William David Richard Joseph Thomas Charles Christopher"
               + " Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian"
               + " George Edward Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric"
               + " Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Frank Gregory"
               + " Raymond Alexander Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry"
               + " Peter Kyle Walter Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica"
               + " Sarah Karen Lisa Nancy Betty Margaret Sandra Ashley Kimberly Emily Donna"
               + " Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Helen Sharon"
               + " Cynthia Kathleen Amy Angela Shirley Anna Emma Ruth Nicole Catherine Maria"
               + " Heather Diane Rachel Alice Julia Grace Mr Mrs Ms Dr Prof Sir Sen Rep Gov"
               + " President Prime Judge Police Chief Captain Senator Professor Justice Minister"
               + " Mayor Sgt Lt Officer Detective Coach Trump Obama Biden Putin Johnson Владимир"
               + " Сергей Александр Дмитрий Андрей Алексей Иван Михаил Николай Павел Максим Евгений"
               + " Игорь Олег Юрий Анна Мария Елена Ольга Наталья Татьяна")
              .split(" "));

  private SourceNames() {}

  /// Whether capitals are those of a country or a union.
  static boolean isPlace(String surface) {
    return PLACES.contains(surface);
  }

  /// Whether a name, as it was read, may be the source that a rule's words speak of.
  static boolean accepts(AttributionRules.Rule rule, NameReader.Name name, String text) {
    String surface = text.substring(name.start(), name.end());
    boolean described = name.described() && name.look() != ORGANISATION;
    if (!rule.looks().contains(name.look()) && !described) {
      return false;
    }
    if (name.look() == KNOWN || described) {
      return !PLACES.contains(surface);
    }
    String first = surface.split("[ -]")[0];
    if (PLACES.contains(first) || GIVEN_NAMES.contains(first)) {
      return false;
    }
    // "quoting Rs 7,618"
    if (name.look() == LATIN && surface.length() < 3) {
      return false;
    }
    if (name.look() == CAPITALS) {
      String last = surface.substring(surface.lastIndexOf(' ') + 1);
      return !SURNAME.matcher(last).matches()
          && !SURNAME.matcher(first).matches()
          && (rule.looks() == AttributionRules.ANY || !surface.contains(" "));
    }
    return true;
  }
}
