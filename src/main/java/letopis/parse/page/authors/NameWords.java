package letopis.parse.page.authors;

import java.util.Set;

/// Words that tell the names of people from those of offices, firms and places of a page.
final class NameWords {
  /// Words of names of papers, firms and offices. Surnames among them ("Post") are lost where only
  /// the place speaks for a name.
  static final Set<String> ORGANISATION =
      words(
          "news times daily journal post press media magazine magazin team blog online radio tv"
              + " group agency agencia zeitung verlag gmbh ag inc ltd llc foundation university"
              + " institute institut association board newsroom network service services channel"
              + " company museum verein photography studio studios records club committee ministry"
              + " department office staff bureau editors writers center centre zentrum polizei"
              + " herald tribune gazette chronicle inquirer examiner telegraph dispatch scientific"
              + " nachrichten tagblatt presse новости служба служб газета издание центр портал"
              + " агентство вести сайт пресс администрация министерство управление комитет");

  /// Words of menus and captions.
  static final Set<String> FURNITURE =
      words(
          "privacy policy terms menu home search articles latest breaking guest writer author"
              + " expert reviewer read next previous all our your this website archive archiv"
              + " contact kontakt autor redakteur redakteurin area city stadt street straße"
              + " facebook twitter linkedin instagram tweets informationen ausgabe artikelübersicht"
              + " today best used eyewitness community development business solutions technology"
              + " states project program icon topics analyst technologies vorherige artikel"
              + " riproduzione riservata rights reserved derechos reservados beiträge фото источник"
              + " читайте новая подробнее");

  static final Set<String> NOT_FIRST =
      words("der die das the a an zur zum über mehr aktuelle weitere alle and und for in на по в");

  /// Small words that no name has.
  static final Set<String> SMALL =
      words(
          "over under from with about after before more here this that there what when our your"
              + " also and not you all new now min read published updated reviewed über nach mit"
              + " aus bei auch und für le la les pour avec sur el los las para con от для из");

  /// Small words that names have.
  static final Set<String> PARTICLES =
      words(
          "von van de der den del della da di do dos das du la le el al bin ibn y e i zu zum zur"
              + " ten ter af av vom san st ben и");

  static final Set<String> NAMELESS =
      words(
          "by von par por author autor autorin auteur автор the redaktion редакция staff guest"
              + " reuters afp dpa ap sda apa kna epd efe ansa pap associatedpress"
              + " theassociatedpress tass тасс name имя email none unknown null user root anonymous"
              + " financialtimes default webmaster");

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  private NameWords() {}
}
