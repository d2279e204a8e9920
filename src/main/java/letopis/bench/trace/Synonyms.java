package letopis.bench.trace;

import java.util.HashMap;
import java.util.Map;

/// A list of our own of Russian and English words with another word of the same form.
final class Synonyms {
  static final Map<String, String> TABLE = table();

  private Synonyms() {}

  private static Map<String, String> table() {
    String pairs =
        """
        сообщил=заявил сообщила=заявила сообщили=заявили сообщает=информирует заявил=сообщил
        заявила=сообщила заявили=сообщили сказал=отметил сказала=отметила отметил=подчеркнул
        отметила=подчеркнула рассказал=поведал рассказала=поведала рассказали=поведали
        погибли=скончались погиб=скончался погибла=скончалась произошел=случился
        произошла=случилась произошло=случилось начал=стал начала=стала начали=стали
        также=тоже более=свыше около=примерно почти=практически очень=весьма сейчас=теперь
        затем=потом поэтому=потому однако=но если=коль большой=крупный большая=крупная
        большое=крупное большие=крупные большинство=многие главный=основной главная=основная
        главное=основное новый=свежий новая=свежая новые=свежие первый=начальный
        полицейские=правоохранители полиция=милиция автомобиль=машина автомобиля=машины
        автомобиле=машине автомобили=машины дом=здание дома=здания доме=здании ребенок=малыш
        дети=малыши женщина=дама женщины=дамы мужчина=гражданин власти=чиновники
        компания=фирма компании=фирмы деньги=средства цена=стоимость цены=стоимости
        помощь=поддержка помощи=поддержки война=конфликт решение=вердикт решения=вердикта
        проблема=трудность проблемы=трудности работа=труд работы=труда страна=государство
        страны=государства стране=государстве город=мегаполис города=мегаполиса
        врач=доктор врачи=доктора бизнес=дело победа=успех победу=успех узнать=выяснить
        said=stated says=states told=informed reported=announced announced=declared killed=slain
        died=perished began=started begin=start big=large large=sizeable small=little
        new=fresh important=significant people=persons man=male woman=female
        children=kids child=kid car=vehicle cars=vehicles house=home money=funds company=firm
        companies=firms government=administration officials=authorities country=nation
        countries=nations city=town help=aid show=display shows=displays showed=displayed
        found=discovered find=discover make=produce made=produced buy=purchase bought=purchased
        also=additionally but=yet however=nevertheless about=around many=numerous
        police=officers problem=issue problems=issues war=conflict win=victory decision=ruling
        work=labour job=post plan=scheme plans=schemes leader=head leaders=heads
        """;
    Map<String, String> table = new HashMap<>();
    for (String pair : pairs.strip().split("\\s+")) {
      int equals = pair.indexOf('=');
      table.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return Map.copyOf(table);
  }
}
