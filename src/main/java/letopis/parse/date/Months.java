package letopis.parse.date;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Month names as dates write them, in the languages that the gold sets and our sources hold.
final class Months {
  private static final Map<String, Integer> BY_NAME = new HashMap<>();

  static {
    add(
        1,
        "january jan января январь янв січня січень студзеня januar jänner jan janvier janv enero"
            + " ene janeiro");
    add(
        1,
        "gennaio gen stycznia styczeń sty januari ocak oca januára ledna leden január jan ianuarie"
            + " януари tammikuuta");
    add(
        2,
        "february feb февраля февраль фев лютого лютий лютага februar febr février fev fevr févr"
            + " febrero fevereiro");
    add(
        2,
        "febbraio lutego luty lut februari şubat şub února únor február februarie февруари"
            + " helmikuuta");
    add(
        3,
        "march mar марта март мар березня березень сакавіка märz mär mrz maerz mars marzo março"
            + " marco marca");
    add(3, "marzec maart mrt mart března březen március martie marc maaliskuuta");
    add(
        4,
        "april apr апреля апрель апр квітня квітень красавіка avril avr abril abr aprile kwietnia"
            + " kwiecień kwi");
    add(4, "nisan nis dubna duben április aprilie април huhtikuuta");
    add(
        5,
        "may мая май травня травень мая mai mayo maio maggio mag maja maj mei mayıs května květen"
            + " május");
    add(5, "toukokuuta");
    add(
        6,
        "june jun июня июнь июн червня червень чэрвеня juni juin junio junho giugno giu czerwca"
            + " czerwiec cze");
    add(6, "haziran haz června červen június iunie юни kesäkuuta");
    add(
        7,
        "july jul июля июль июл липня липень ліпеня juli juillet juil julio julho luglio lug lipca"
            + " lipiec lip");
    add(7, "temmuz tem července červenec július iulie юли heinäkuuta");
    add(
        8,
        "august aug августа август авг серпня серпень жніўня août aout agosto ago sierpnia sierpień"
            + " sie");
    add(8, "augustus ağustos ağu srpna srpen augusztus elokuuta");
    add(
        9,
        "september sep sept сентября сентябрь сен сент вересня вересень верасня septembre"
            + " septiembre setiembre");
    add(
        9,
        "setembro set settembre września wrzesień wrz eylül eyl září septembrie септември"
            + " szeptember syyskuuta");
    add(
        10,
        "october oct октября октябрь окт жовтня жовтень кастрычніка oktober okt octobre octubre"
            + " outubro out");
    add(
        10,
        "ottobre ott października październik paź ekim eki října říjen október octombrie октомври"
            + " lokakuuta");
    add(
        11,
        "november nov ноября ноябрь ноя нояб листопада листопад лістапада novembre noviembre"
            + " novembro");
    add(11, "listopada listopad lis kasım kas listopadu noiembrie ноември marraskuuta");
    add(
        12,
        "december dec декабря декабрь дек грудня грудень снежня dezember dez décembre decembre déc"
            + " diciembre");
    add(
        12,
        "dic dezembro dicembre grudnia grudzień gru aralık ara prosince prosinec decembrie декември"
            + " desember");
    add(12, "joulukuuta des");
    add(1, "қаңтар sausio janvāris");
    add(2, "ақпан vasario februāris");
    add(3, "наурыз kovo marts");
    add(4, "сәуір balandžio aprīlis");
    add(5, "мамыр gegužės maijs");
    add(6, "маусым birželio jūnijs");
    add(7, "шілде liepos jūlijs");
    add(8, "тамыз rugpjūčio augusts");
    add(9, "қыркүйек rugsėjo septembris");
    add(10, "қазан spalio oktobris");
    add(11, "қараша lapkričio novembris");
    add(12, "желтоқсан gruodžio decembris");
    add(1, "يناير जनवरी ιανουαρίου มกราคม");
    add(2, "فبراير फरवरी φεβρουαρίου กุมภาพันธ์");
    add(3, "مارس मार्च μαρτίου มีนาคม");
    add(4, "أبريل ابريل إبريل अप्रैल απριλίου เมษายน");
    add(5, "مايو मई μαΐου พฤษภาคม");
    add(6, "يونيو जून ιουνίου มิถุนายน");
    add(7, "يوليو जुलाई ιουλίου กรกฎาคม");
    add(8, "أغسطس अगस्त αυγούστου สิงหาคม");
    add(9, "سبتمبر सितंबर σεπτεμβρίου กันยายน");
    add(10, "أكتوبر अक्टूबर οκτωβρίου ตุลาคม");
    add(11, "نوفمبر नवंबर νοεμβρίου พฤศจิกายน");
    add(12, "ديسمبر दिसंबर δεκεμβρίου ธันวาคม");
  }

  private Months() {}

  /// 1..12, or 0 when the word is no month.
  static int of(String word) {
    return BY_NAME.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  private static void add(int month, String names) {
    for (String name : names.split(" ")) {
      BY_NAME.putIfAbsent(name, month);
    }
  }
}
