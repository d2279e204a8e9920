package letopis.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the everyday news of the region from the templates of `demo/civic.txt`; its head
/// describes them. The same seed gives the same news.
final class CivicNews {
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]+)]");
  private static final Pattern NUMBER =
      Pattern.compile("\\{(\\d+)-(\\d+)(?:\\|([^|}]+)\\|([^|}]+)\\|([^|}]+))?}");

  /// Nominative, genitive, prepositional with its preposition's noun form, instrumental.
  private record City(String name, String genitive, String in, String instrumental) {}

  private record Speaker(String name, String genitive) {}

  private record Template(
      String section, List<Outlet> outlets, List<String> tags, List<String> text) {}

  private static final List<City> CITIES =
      List.of(
          new City("Верхнелипск", "Верхнелипска", "Верхнелипске", "Верхнелипском"),
          new City("Озёрный", "Озёрного", "Озёрном", "Озёрным"),
          new City("Старый Брод", "Старого Брода", "Старом Броде", "Старым Бродом"),
          new City("Каменск-на-Липе", "Каменска-на-Липе", "Каменске-на-Липе", "Каменском-на-Липе"),
          new City("Светлый Яр", "Светлого Яра", "Светлом Яре", "Светлым Яром"),
          new City("Берёзовка", "Берёзовки", "Берёзовке", "Берёзовкой"));

  private static final List<String> STREETS =
      List.of(
          "Ленина",
          "Мира",
          "Гагарина",
          "Речников",
          "Садовой",
          "Заводской",
          "Победы",
          "Чехова",
          "Лесной",
          "Космонавтов",
          "Октябрьской",
          "Набережной",
          "Пушкина",
          "Молодёжной");

  private static final List<Speaker> SPEAKERS =
      List.of(
          new Speaker("Глава города Виктор Осокин", "главы города Виктора Осокина"),
          new Speaker("Министр транспорта Павел Громов", "министра транспорта Павла Громова"),
          new Speaker("Начальник участка Сергей Дубов", "начальника участка Сергея Дубова"),
          new Speaker("Заместитель мэра Илья Носов", "заместителя мэра Ильи Носова"),
          new Speaker("Депутат Лев Ярцев", "депутата Льва Ярцева"));

  private final Random random;
  private final List<Template> templates;

  CivicNews(String file, long seed) {
    this.random = new Random(seed);
    this.templates =
        Arrays.stream(file.split("(?m)^== "))
            .filter(block -> !block.startsWith("#"))
            .map(CivicNews::template)
            .toList();
  }

  private static Template template(String block) {
    List<String> lines = block.strip().lines().toList();
    String[] head = lines.getFirst().split("\\|");
    return new Template(
        head[0].strip(),
        Arrays.stream(head[1].strip().split(" ")).map(Outlet::of).toList(),
        List.of(head[2].strip().split(" ")),
        lines.subList(1, lines.size()));
  }

  /// News for every day between two instants; about a third of them is reprinted by a second
  /// outlet within hours.
  List<Story> write(Instant from, Instant to, int count) {
    List<Story> stories = new ArrayList<>();
    long seconds = Duration.between(from, to).toSeconds();
    for (int i = 0; i < count; i++) {
      Template template = templates.get(i % templates.size());
      Instant at = from.plusSeconds(random.nextLong(seconds));
      Outlet first = pick(template.outlets());
      Story story =
          story("civic-" + (i + 1), first, at, template, filled(template), Optional.empty());
      stories.add(story);
      Outlet second = pick(template.outlets());
      if (second != first && !second.isChannel() && !first.isChannel()) {
        Instant later = at.plus(Duration.ofMinutes(random.nextInt(12, 300)));
        stories.add(reprint(story, second, later, template));
      }
    }
    return stories;
  }

  private Story reprint(Story original, Outlet outlet, Instant at, Template template) {
    List<String> text = new ArrayList<>(original.texts().getFirst().paragraphs());
    text.addFirst(original.texts().getFirst().title());
    text.add("Источник: " + original.outlet().title() + ".");
    return story(original.id() + "-r", outlet, at, template, text, Optional.of(original.id()));
  }

  private static Story story(
      String id,
      Outlet outlet,
      Instant at,
      Template template,
      List<String> text,
      Optional<String> link) {
    return new Story(
        id,
        0,
        outlet,
        at,
        at,
        new Story.Labels(Optional.of(template.section()), template.tags(), Optional.empty()),
        new Story.Relations(link, Optional.empty(), Optional.empty()),
        List.of(new Story.Text(at, text.getFirst(), text.subList(1, text.size()))),
        Optional.empty());
  }

  private List<String> filled(Template template) {
    City city = pick(CITIES);
    String street = pick(STREETS);
    Speaker speaker = pick(SPEAKERS);
    return template.text().stream()
        .map(
            line ->
                numbers(choices(line))
                    .replace("{city}", city.name())
                    .replace("{city:gen}", city.genitive())
                    .replace("{city:in}", city.in())
                    .replace("{city:ins}", city.instrumental())
                    .replace("{street}", street)
                    .replace("{speaker}", speaker.name())
                    .replace("{speaker:gen}", speaker.genitive()))
        .toList();
  }

  private String choices(String line) {
    Matcher matcher = CHOICE.matcher(line);
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(pick(List.of(match.group(1).split("\\|")))));
  }

  private String numbers(String line) {
    Matcher matcher = NUMBER.matcher(line);
    return matcher.replaceAll(
        match -> {
          int low = Integer.parseInt(match.group(1));
          int n = random.nextInt(low, Integer.parseInt(match.group(2)) + 1);
          return match.group(3) == null
              ? String.valueOf(n)
              : n + " " + noun(n, match.group(3), match.group(4), match.group(5));
        });
  }

  /// The form of a noun beside a number, by the Russian rule: 21 рейс, 22 рейса, 25 рейсов.
  private static String noun(int n, String one, String few, String many) {
    if (n % 100 / 10 == 1) {
      return many;
    }
    return switch (n % 10) {
      case 1 -> one;
      case 2, 3, 4 -> few;
      default -> many;
    };
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
