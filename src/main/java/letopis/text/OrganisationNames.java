package letopis.text;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads names of organisations that are made of common words: «пресс-служба УМВД по Амурской
/// области».
final class OrganisationNames {
  /// «Минстрой», «Росреестр», «Приморгидрометцентр»: no list has all that are coined so.
  private static final WordPattern COINED =
      WordPattern.ofSurface(
          "(?uU)Мин(?!истр|ск|ут|ув|имал)[а-яё]{4,}|Рос(?!си|тов|тис|лав)[а-яё]{4,}"
              + "|(?i:рос[а-яё]{4,}(?:надзор|стат|банк)\\w*|гос[а-я]{3,8}служб\\w*"
              + "|[а-я]{5,12}гидромет(?:ео)?центр\\w*)");

  /// A word of fewer letters is coined only if it begins so.
  private static final int LONG = 18;

  private static final WordPattern HYPHENATED =
      WordPattern.ofSurface(
          "(?iuU)пресс-(?:служб|центр)\\w*|(?:авиа|телеком)?компани\\w*-\\w+|даунинг-стрит");

  /// Words that point back to an office named before: «пресс-служба ведомства».
  private static final WordPattern POINTS_BACK =
      WordPattern.ofSurface(
          "(?iu)(?:ведомств|компани|организаци|предприяти|учреждени|завод|регион|клуб|парти|банк|министерств|управлени|полици|суд)\\p{L}*");

  /// «американские ВВС»: after an adjective, capitals are an office as its noun is.
  private static final WordPattern CAPITALS = WordPattern.ofSurface("[А-ЯЁ]{2,6}");

  private static final WordPattern PRESS_OFFICE =
      WordPattern.ofSurface(
          "(?iu)(?:пресс-служб|пресс-центр|департамент|министерств|управлени|комитет|инспекци)\\p{L}*");
  /// «управление ветеринарии»: of what an office is.
  private static final WordPattern GENITIVE =
      WordPattern.ofNorm("[а-я]{4,}(?:[аяиы]|[ое]в|[иеоы]й|[ыи]х)");
  private static final WordPattern AGENCY = WordPattern.ofNorm("(?:агентств|ведомств)\\p{L}*");
  /// «по данным Международного транспортного форума»: some are institutions.
  private static final WordPattern MEETING =
      WordPattern.ofNorm("(?:форум|конференци|конгресс)\\p{L}*");

  private static final WordPattern EMBASSY =
      WordPattern.ofNorm(
          "(?:посольств|(?:ген)?консульств|(?:торг|пост|пол|дип)?представительств|(?:торг|пост|пол)предств|дипмисси)\\p{L}*");
  private static final WordPattern VERB =
      WordPattern.ofSurface(
          "(?u)[а-яё]+(?:ил|ила|или|ило|ал|ала|али|ает|ают|яет|яют|ует|уют|ается|ится|ятся|ются|илось|алось|ился|ились|[аеиуя]ть|ться)");
  /// «железная дорога»: an office, though a road is none.
  private static final WordPattern RAILWAY = WordPattern.ofSurface("(?iu)дорог[аиеу]|дорогой");

  /// Places, times and events that are called so too, and persons.
  private static final WordPattern NO_OFFICE =
      WordPattern.ofSurface(
          "(?iu)(?:област|кра[йяюе]|район|округ|республик|город|улиц|проспект|площад|войск|мор[яюе]|океан|остров|полуостров|рек|войн|лиг|д[не][яьню]|год|век|долин|гор|мост|фронт|губерни|земл|кубк|кубок|чемпионат|олимпиад|игр|революци|импери|праздник|вокзал|ворот|сад|парк|посел|сел|деревн|направлени|побережь|регион|побед|прем[иь]|книг|страниц|шоссе|трасс|дорог|стен|свет|восток|запад|север|юг|федераци|королевств|штат|эмират|язык|патриарх|конгресс|съезд|заседани|встреч|брифинг|слушани|сесси|выставк|фестивал|турнир|матч|гонк|церемони|главноком|престол|церкв|собор|план|принцип|форум|саммит|конференци|договор|хартии|кодекс|процесс)\\p{L}*");
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
          "вчера",
          "слова",
          "этом",
          "этой",
          "том",
          "той",
          "него",
          "его",
          "ее",
          "их",
          "своем",
          "моем",
          "нашем",
          "нам",
          "не",
          "также",
          "уже",
          "еще");

  /// Adjectives in form that are persons: «ведущий программы», «военнослужащий ВСУ».
  private static final WordPattern PERSON =
      WordPattern.ofSurface(
          "(?iu)(?:военнослужащ|ведущ|командующ|управляющ|заведующ|служащ|дежурн|рабоч|уч[её]н|бывш|ранен|пострадавш|уполномоченн)\\p{L}+");

  /// What may stand behind a surname that is an adjective in form: «сообщил Орловскому президент».
  private static final long PERSON_OR_KIND = Cue.bits(Cue.KIND, Cue.OWN, Cue.STAFF);

  /// What a name does not go on with: «Озёрском МИД тогда пояснили».
  private static final long ENDS = Cue.bits(Cue.BESIDE, Cue.TELL, Cue.SAY);

  private static final int MOST_WORDS = 12;

  private final NameWords in;
  private final Outlets outlets;

  OrganisationNames(NameWords in, Outlets outlets) {
    this.in = in;
    this.outlets = outlets;
  }

  /// «пресс-служба УМВД по Амурской области», «туркменском Министерстве связи».
  Optional<NameReader.Name> read(int index, boolean described) {
    if (!isCyrillic(in.words().norm(index).charAt(0)) || STOPS.contains(in.words().norm(index))) {
      return Optional.empty();
    }
    int noun = index;
    while (noun < in.words().size()
        && noun < index + 4
        && isSmallAdjective(noun)
        && !isOffice(noun)
        && !in.broken(noun, noun + 1)) {
      noun++;
    }
    // A capitalised adjective: «Министерстве», «Европейского суда».
    while (noun < in.words().size()
        && noun < index + 4
        && !isOffice(noun)
        && (in.isOfAdjectives(noun) || in.isHyphenated(noun) && in.isOfAdjectives(noun + 1))
        && !in.broken(noun, noun + 1)) {
      noun++;
    }
    // «сообщил агентству старший офицер»: an agency without a word of its own points back.
    boolean bare = noun == index && in.is(noun, AGENCY) && !in.isCapital(noun);
    if (noun >= in.words().size() || bare || !isOrganisation(noun, index) || in.is(index, PERSON)) {
      return Optional.empty();
    }
    int last = noun;
    if (in.isHyphenated(noun)) {
      last++;
    }
    // «российском посольстве»: the adjective says which.
    boolean named = noun > index && in.is(noun, EMBASSY);
    for (int i = index; i <= last; i++) {
      named |= Character.isUpperCase(in.text().codePointAt(in.words().start(i)));
    }
    while (last + 1 < in.words().size()
        && last - index < MOST_WORDS
        && !in.broken(last, last + 1)) {
      String next = in.surface(last + 1);
      if (STOPS.contains(in.words().norm(last + 1))
          || in.is(last + 1, VERB)
          || in.is(last + 1, ENDS) && !in.isCapital(last + 1)
          || isTime(last + 1)
          || named && isOutlet(last + 1)) {
        break;
      }
      String gap = in.text().substring(in.words().end(last), in.words().start(last + 1));
      named |= Character.isUpperCase(next.codePointAt(0)) || OPENS.matcher(gap).matches();
      last++;
    }
    // «пресс-служба комитета по спорту» is a name in small letters; «пресс-служба ведомства» is
    // none.
    boolean whose =
        in.hyphenated(noun).is(PRESS_OFFICE)
            && (last > noun + 2
                || last > noun
                    && (last == noun + 2 || !in.isHyphenated(last - 1) && in.is(last, GENITIVE))
                    && !in.is(last, POINTS_BACK));
    // «Агентство проинформировало»: at the begin of a sentence a capital names nothing.
    if (!named && !whose || last == index && in.is(index, AGENCY)) {
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

  /// «первого ноября», «двадцать первого ноября», «минувшей осенью»
  private boolean isTime(int index) {
    return !in.isCapital(index)
        && (in.is(index + 1, Cue.DAY.bit()) && in.isOfAdjectives(index)
            || in.is(index + 2, Cue.DAY.bit()) && in.words().norm(index).startsWith("двадцат"));
  }

  private boolean isSmallAdjective(int noun) {
    int last = in.isHyphenated(noun) ? noun + 1 : noun;
    return RussianAdjective.is(in.text(), in.words().start(noun), in.words().end(last), false);
  }

  private static boolean isCyrillic(char letter) {
    return letter >= 'а' && letter <= 'я';
  }

  private boolean isOrganisation(int noun, int first) {
    return isOffice(noun)
        || noun > first + 1
            && in.words().norm(noun - 1).startsWith("железн")
            && in.is(noun, RAILWAY)
        || noun > first && in.is(noun, CAPITALS) && !SourceNames.isPlace(in.surface(noun))
        || noun > first
            && isProper(first, noun)
            && !in.is(noun, PERSON_OR_KIND)
            && (!in.is(noun, NO_OFFICE)
                || in.is(noun, MEETING) && in.is(first - 1, Cue.DATA.bit()));
  }

  /// Whether a word says by itself that it is an office.
  private boolean isOffice(int noun) {
    if (in.isHyphenated(noun)) {
      return in.hyphenated(noun).is(HYPHENATED);
    }
    boolean coined =
        in.is(noun, Cue.COINED.bit()) || in.words().end(noun) - in.words().start(noun) >= LONG;
    return in.is(noun, Cue.OFFICE.bit()) || coined && in.is(noun, COINED);
  }

  /// «Киевской митрополии», «Озёрском областном объединении»: an adjective with a capital within a
  /// sentence begins the name of an institution.
  private boolean isProper(int first, int noun) {
    for (int i = first; i < noun; i++) {
      if (in.isCapital(i)
          && in.follows(i)
          && !in.broken(i, i + 1)
          && Character.isLowerCase(in.text().codePointAt(in.words().start(i + 1)))
          && in.isOfAdjectives(i)
          && !in.words().norm(i).endsWith("ее")) {
        return agree(i, noun);
      }
    }
    return false;
  }

  /// Whether the adjectives from one on up to a noun are in one case: «в Грозном плохое состояние»
  /// is no name.
  private boolean agree(int first, int noun) {
    String ending = ending(first);
    for (int i = first + 1; i < noun; i++) {
      if (!ending(i).equals(ending)) {
        return false;
      }
    }
    return true;
  }

  /// The last two letters, those of soft and hard endings taken for one.
  private String ending(int index) {
    String norm = in.words().norm(index);
    return norm.substring(Math.max(0, norm.length() - 2))
        .replace('е', 'о')
        .replace('и', 'ы')
        .replace('я', 'а')
        .replace('ю', 'у');
  }

  /// «в Минтрансе RT подтвердили»: whom the office told it is not of its name.
  private boolean isOutlet(int index) {
    return in.isCapital(index) && outlets.at(in.words(), index).isPresent();
  }
}
