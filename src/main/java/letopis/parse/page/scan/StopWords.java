package letopis.parse.page.scan;

import java.util.LinkedHashMap;
import java.util.Map;

/// The commonest small words of languages: a text is full of them, a menu is not; and they tell the
/// languages of one script apart.
final class StopWords {
  /// By ISO 639-1 code, split by spaces.
  static final Map<String, String> BY_LANGUAGE = new LinkedHashMap<>();

  static {
    add(
        "ru",
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее"
            + " мне было вот от меня еще нет о из ему когда даже ну ли если уже или ни быть был"
            + " него до вас они тут где есть для мы их чем была сам чтоб без будет тогда кто этот"
            + " того потому этого какой ним здесь этом один почти мой тем чтобы сейчас были куда"
            + " всех при об это эти также которые который после более году время лет");
    add(
        "uk",
        "і в у не що він на я з із як а то все вона так його але ти до же ви за би по тільки її"
            + " мені було від мене ще ні про йому коли навіть чи якщо вже або бути був нього вас"
            + " вони де є для ми їх ніж була сам без буде хто цей того тому цього який тут один мій"
            + " щоб зараз були при це ці також які після більше році та");
    add(
        "en",
        "the of and to a in that is was he for it with as his on be at by i this had not are but"
            + " from or have an they which one you were her all she there would their we him been"
            + " has when who will more no if out so said what up its about into than them can only"
            + " other new some could time these two may then do first any my now such like our over"
            + " man me even most made after also did many before must through years where your way"
            + " well down should because each just those people how too little very");
    add(
        "de",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es"
            + " an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über"
            + " einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ich"
            + " wir ihr kann gegen vom können schon wenn habe seine diese unter ihre dieser seit"
            + " worden hatte doch mir jetzt keine beim");
    add(
        "fr",
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il"
            + " sont la avec ou son lui nous comme mais elle si leur y dont sa aux ont été cette"
            + " ces fait être même tout ses bien deux aussi ils était sans peut entre encore je"
            + " vous on depuis après cela avoir");
    add(
        "es",
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus"
            + " le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había"
            + " era muy años hasta desde está nos ni ese eso han porque qué donde quien contra"
            + " otros durante");
    add(
        "pt",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das"
            + " à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois"
            + " sem mesmo aos seus quem nas me esse eles você essa foi ser está são tem");
    add(
        "it",
        "di e il la che in a per un è del non si una i con da le della dei sono ha al più come"
            + " anche ma gli alla lo nel se delle ai su o dal essere questo questa nella stato ed"
            + " tra cui due hanno dopo suo anni ci era fatto loro degli nei sul");
    add(
        "pl",
        "w i na z do się nie że o to jest po za od jak a dla ale przez tym co ma przy tego czy ze"
            + " lub oraz już był są go tak było być tylko jego może ich będzie które który również"
            + " jej także która została");
    add(
        "nl",
        "de van een het en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog"
            + " uit hij door naar heeft ze over hun worden wordt tot dit deze meer kan geen was"
            + " die");
    add(
        "tr",
        "ve bir bu da de için ile çok olarak daha olan gibi en ne kadar sonra ise ya her ancak o ki"
            + " göre var değil tarafından olduğu");
    add(
        "sv",
        "och i att det som en på är av för med den till inte har de ett om var han från men sig vi"
            + " kan så");
    add(
        "no",
        "og i det er på som til en av for at med har ikke den de et om fra var men han vi kan så"
            + " seg");
    add(
        "da",
        "og i det er på som til en af for at med har ikke den de et om fra var men han vi kan så"
            + " sig der");
    add(
        "fi",
        "ja on ei se että hän oli kun mutta ovat myös joka tai sen niin kuin mukaan vuoden jo jos");
    add(
        "cs",
        "a se v na je že s z o do i to ve pro za by jako si ale po jsou od podle také který bylo"
            + " byl");
    add("hu", "a az és hogy nem is egy ez meg de van volt csak már még ha mint el lesz azt ami");
    add(
        "ro",
        "de și în la cu a pe din care nu să este o pentru un mai ca fi au prin fost după sunt");
    add(
        "id",
        "yang dan di dari untuk dengan ini itu dalam tidak pada ke akan juga ada oleh saat telah"
            + " bisa");
    add("vi", "và của là có cho không được các một trong với người đã những này khi để đến");
    add(
        "be",
        "і ў не што ён на я з як а то усё яна так яго але да за па толькі было ад яшчэ пра калі");
    add(
        "bg",
        "и в на не че той с за от да се като по е са но до ще със към или при след през това"
            + " които");
  }

  private StopWords() {}

  private static void add(String language, String words) {
    BY_LANGUAGE.put(language, words);
  }
}
