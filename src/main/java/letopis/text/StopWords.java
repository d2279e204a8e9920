package letopis.text;

import java.util.Set;

/// Russian and English words that carry no statement of their own.
public final class StopWords {
  private static final Set<String> RUSSIAN =
      Set.of(
          ("и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только"
                  + " ее мне было вот от меня еще нет о из ему теперь когда даже ну вдруг ли если"
                  + " уже или ни быть был него до вас нибудь опять уж вам ведь там потом себя"
                  + " ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб"
                  + " без будто чего раз тоже себе под будет ж тогда кто этот того потому этого"
                  + " какой совсем ним здесь этом один почти мой тем чтобы нее сейчас были куда"
                  + " зачем всех можно при об другой хоть после над больше тот через эти нас про"
                  + " всего них какая много разве три эту моя впрочем хорошо свою этой перед иногда"
                  + " лучше чуть том нельзя такой им более всегда конечно всю между это также"
                  + " которая который которое которые которых которой которого котором которым")
              .split(" "));
  private static final Set<String> ENGLISH =
      Set.of(
          ("a an and are as at be been but by for from had has have he her his i if in into is it"
                  + " its of on or our she so than that the their them then there these they this"
                  + " to was we were what when which who will with would you your do does did not"
                  + " no can could may might must shall should about after also any because before"
                  + " between both during each more most other out over own same some such through"
                  + " under up very while how why where my me him us")
              .split(" "));

  private StopWords() {}

  /// Whether this normalised word is a stop word of either language.
  public static boolean has(String norm) {
    return RUSSIAN.contains(norm) || ENGLISH.contains(norm);
  }
}
