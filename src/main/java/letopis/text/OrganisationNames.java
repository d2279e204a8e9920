package letopis.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads names of organisations that are made of common words: «пресс-служба УМВД по Амурской
/// области».
final class OrganisationNames {
  private static final Pattern ORGANISATION =
      Pattern.compile(
          "(?iu)пресс-служб\\w*|управлени\\w*|министерств\\w*|департамент\\w*|прокуратур\\w*|комитет\\w*"
              + "|мин(?:обороны|здрав|юст|фин|труд|транс|энерго|строй|культуры|цифры|просвещения|природы|сельхоз|экономразвития|иностранных|спорт|обрнауки|промторг)\\w*"
              + "|рос(?:потребнадзор|стат|гидромет|авиаци|комнадзор|гвард|реестр|космос|морпорт|автодор|нефт|атом|финмониторинг|сельхознадзор|тех)\\w*"
              + "|гос(?:дум|деп|комстат|автоинспекц)\\w*|центробанк\\w*|нацбанк\\w*|банк\\w*|фсб|мвд|умвд|мчс|мид|цб|гибдд|ск|следком\\w*|фас|фнс|гу|су|гсу|увд"
              + "|университет\\w*|институт\\w*|академи\\w*|ассоциаци\\w*|фонд\\w*|союз\\w*|федераци\\w*|правительств\\w*|администраци\\w*|мэри\\w*"
              + "|кремл\\w*|белого|полици\\w*|генпрокуратур\\w*|генштаб\\w*|погранслужб\\w*|суд\\w*|центр\\w*",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern PRESS_OFFICE = Pattern.compile("(?iu)пресс-служб\\p{L}*");
  private static final Pattern VERB =
      Pattern.compile(
          "(?u)[а-яё]+(?:ил|ила|или|ило|ал|ала|али|ает|ают|яет|яют|ует|уют|ается|ился|ились)");
  private static final Pattern OPENS = Pattern.compile(".*[«\"“].*");
  private static final Set<String> STOPS =
      Set.of(
          "в",
          "во",
          "на",
          "о",
          "об",
          "с",
          "со",
          "что",
          "к",
          "за",
          "из",
          "у",
          "для",
          "при",
          "от",
          "которая",
          "который",
          "которые",
          "после",
          "где",
          "сообщает",
          "как",
          "чтобы",
          "а",
          "но",
          "во время",
          "ранее",
          "сегодня",
          "вчера");
  private static final int MOST_WORDS = 12;

  private final NameWords in;

  OrganisationNames(NameWords in) {
    this.in = in;
  }

  /// «пресс-служба УМВД по Амурской области», «туркменском Министерстве связи».
  Optional<NameReader.Name> read(int index, boolean described) {
    if (!isCyrillic(in.words().norm(index).charAt(0))) {
      return Optional.empty();
    }
    int noun = index;
    while (noun < in.words().size()
        && noun < index + 4
        && NameReader.ADJECTIVE.matcher(in.hyphenated(noun)).matches()
        && !ORGANISATION.matcher(in.hyphenated(noun)).matches()
        && !in.broken(noun, noun + 1)) {
      noun++;
    }
    // A capitalised adjective: «Министерстве», «Европейского суда».
    while (noun < in.words().size()
        && noun < index + 4
        && !ORGANISATION.matcher(in.hyphenated(noun)).matches()
        && NameReader.ADJECTIVE.matcher(in.words().norm(noun)).matches()
        && !in.broken(noun, noun + 1)) {
      noun++;
    }
    if (noun >= in.words().size() || !ORGANISATION.matcher(in.hyphenated(noun)).matches()) {
      return Optional.empty();
    }
    int last = noun;
    if (in.hyphenated(noun).contains("-")) {
      last++;
    }
    boolean named = false;
    for (int i = index; i <= last; i++) {
      named |= Character.isUpperCase(in.text().codePointAt(in.words().start(i)));
    }
    while (last + 1 < in.words().size()
        && last - index < MOST_WORDS
        && !in.broken(last, last + 1)) {
      String next = in.surface(last + 1);
      if (STOPS.contains(next.toLowerCase(java.util.Locale.ROOT)) || isVerb(next)) {
        break;
      }
      String gap = in.text().substring(in.words().end(last), in.words().start(last + 1));
      named |= Character.isUpperCase(next.codePointAt(0)) || OPENS.matcher(gap).matches();
      last++;
    }
    // «пресс-служба комитета по спорту» is a name in small letters; «пресс-служба ведомства» is
    // none.
    boolean whose = PRESS_OFFICE.matcher(in.hyphenated(noun)).matches() && last > noun + 2;
    if (!named && !whose) {
      return Optional.empty();
    }
    int start = in.words().start(index);
    return Optional.of(
        new NameReader.Name(
            start,
            in.closeQuote(start, in.words().end(last)),
            NameReader.Look.ORGANISATION,
            described,
            last + 1));
  }

  private static boolean isCyrillic(char letter) {
    return letter >= 'а' && letter <= 'я';
  }

  private static boolean isVerb(String word) {
    return VERB.matcher(word).matches();
  }
}
