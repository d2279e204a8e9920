package letopis.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The outlets and channels of the invented region, each publishing in a way of its own.
enum Outlet {
  ZALESINFORM("ЗалесИнформ", "zalesinform.example", Form.ATOM),
  VEDOMOSTI("Заречные ведомости", "zarvedomosti.example", Form.RSS_FULL_TEXT),
  GOROD("Город 24", "gorod24.example", Form.RSS_WINDOWS_1251),
  VECHERNY("Вечерний Верхнелипск", "vecherlipsk.example", Form.JSON_FEED),
  OZERNY("Озёрнинский вестник", "ozvestnik.example", Form.NEWS_SITEMAP),
  GOV("Правительство Залесской области", "gov-zalesye.example", Form.LISTING),
  SPORT("Спорт Залесья", "sportzal.example", Form.RSS),
  REGIONPLUS("Регион-Плюс", "regionplus.example", Form.RSS),
  PROVERKA("Проверено. Залесье", "proverka-zalesye.example", Form.RSS),
  LIPSK("Липск сегодня", "lipsk_segodnya_demo", Form.CHANNEL),
  CHP("ЧП Залесье", "zalesye_chp_demo", Form.CHANNEL);

  /// How an outlet tells what is new.
  enum Form {
    ATOM("/atom.xml"),
    RSS("/rss.xml"),
    RSS_FULL_TEXT("/rss.xml"),
    RSS_WINDOWS_1251("/rss.xml"),
    JSON_FEED("/feed.json"),
    NEWS_SITEMAP("/news-sitemap.xml"),
    LISTING("/news/"),
    CHANNEL("");

    private final String path;

    Form(String path) {
      this.path = path;
    }
  }

  private final String title;
  private final String host;
  private final Form form;

  Outlet(String title, String host, Form form) {
    this.title = title;
    this.host = host;
    this.form = form;
  }

  static Outlet of(String id) {
    return valueOf(id.toUpperCase(java.util.Locale.ROOT));
  }

  static Optional<Outlet> atHost(String host) {
    return Arrays.stream(values()).filter(outlet -> outlet.host().equals(host)).findFirst();
  }

  static Optional<Outlet> withHandle(String handle) {
    return Arrays.stream(values())
        .filter(outlet -> outlet.isChannel() && outlet.host.equals(handle))
        .findFirst();
  }

  String title() {
    return title;
  }

  Form form() {
    return form;
  }

  boolean isChannel() {
    return form == Form.CHANNEL;
  }

  /// The channel's handle.
  String handle() {
    return host;
  }

  String host() {
    return isChannel() ? "t.me" : host;
  }

  String home() {
    return isChannel() ? "https://t.me/" + host : "https://" + host;
  }

  /// Where its feed, sitemap or listing is: Регион-Плюс keeps the path of a well-known engine.
  String feedPath() {
    return this == REGIONPLUS ? "/feed/" : form.path;
  }

  /// What its pages and feed are written in.
  Charset charset() {
    return form == Form.RSS_WINDOWS_1251 ? Charset.forName("windows-1251") : StandardCharsets.UTF_8;
  }
}
