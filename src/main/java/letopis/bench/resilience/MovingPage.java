package letopis.bench.resilience;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One invented news page: which version it is in, and the text of any version. Guarded by the web
/// that it belongs to.
final class MovingPage {
  private static final String[] WORDS =
      """
      город район улица мост больница школа администрация депутат бюджет ремонт дорога подрядчик срок
      житель дом двор подъезд тариф вода тепло электричество авария бригада насос котельная уголь мазут
      посёлок село река берег паводок дамба уровень сантиметр прогноз синоптик дождь снег мороз ветер
      пожарный спасатель лес огонь гектар техника самолёт вертолёт рейс аэропорт вокзал поезд автобус
      маршрут водитель пассажир билет цена рынок магазин молоко хлеб рыба завод цех рабочий смена заказ
      контракт поставка экспорт граница таможня порт судно капитан груз склад музей выставка художник
      концерт оркестр театр премьера зритель стадион команда тренер матч победа турнир медаль рекорд\
      """
          .strip()
          .split("\\s+");

  private static final String[] VERBS =
      """
      сообщил проверил отремонтировал закрыл открыл обсудил отложил принял получил передал увеличил
      сократил построил восстановил оценил подтвердил отменил начал завершил поддержал\
      """
          .strip()
          .split("\\s+");

  private static final Pattern NUMBER = Pattern.compile("под номером (\\d+) подготовил");

  private final String url;
  private final int number;
  private final Instant published;
  private int version = 1;
  private @Nullable Instant deletedAt;

  MovingPage(String url, int number, Instant published) {
    this.url = url;
    this.number = number;
    this.published = published;
  }

  /// What an asker is shown.
  ///
  /// @param version 0 when there is no such page
  record State(int version, boolean deleted, String html) {
    static final State NONE = new State(0, false, "");
  }

  String url() {
    return url;
  }

  int version() {
    return version;
  }

  Optional<Instant> deletedAt() {
    return Optional.ofNullable(deletedAt);
  }

  void edit() {
    if (deletedAt == null) {
      version++;
    }
  }

  void delete(Instant at) {
    if (deletedAt == null) {
      deletedAt = at;
    }
  }

  State state() {
    return new State(version, deletedAt != null, html());
  }

  /// Which version a text is of; empty when it is not one of ours or a mixture of two.
  static OptionalInt versionOf(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.find()) {
      return OptionalInt.empty();
    }
    int found = Integer.parseInt(matcher.group(1));
    return matcher.find() ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /// The title that every version has.
  String title() {
    SplittableRandom random = new SplittableRandom(number);
    return capital(word(random))
        + " "
        + verb(random)
        + " "
        + word(random)
        + " и "
        + word(random)
        + " в деле "
        + number;
  }

  String feedItem() {
    return "<item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate></item>"
        .formatted(
            title(),
            url,
            url,
            DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC)));
  }

  private String html() {
    SplittableRandom base = new SplittableRandom(number);
    SplittableRandom fresh = new SplittableRandom(number * 1_000_003L + version);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append("<p>").append(sentence(base)).append(' ').append(sentence(base)).append("</p>\n");
      if (i == 2) {
        text.append("<p>Сводку под номером %d подготовил район. ".formatted(version))
            .append(sentence(fresh))
            .append("</p>\n");
      }
    }
    return """
    <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>%1$s</title>
    <link rel="canonical" href="%2$s"><meta property="article:published_time" content="%3$s">
    </head><body><header><a href="/">Газета</a></header><article><h1>%1$s</h1>
    %4$s</article></body></html>
    """
        .formatted(title(), url, published, text);
  }

  private static String sentence(SplittableRandom random) {
    StringBuilder words = new StringBuilder(capital(word(random))).append(' ').append(verb(random));
    int length = 8 + random.nextInt(8);
    for (int i = 0; i < length; i++) {
      words.append(' ').append(word(random));
    }
    return words.append('.').toString();
  }

  private static String word(SplittableRandom random) {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private static String verb(SplittableRandom random) {
    return VERBS[random.nextInt(VERBS.length)];
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
