package letopis.api.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import letopis.sources.Nearest;

/// Reads a query string, collecting every fault instead of stopping at the first. What nobody read
/// by the time [#finish] is called is a fault too. Not for use by several threads.
public final class Params {
  /// Bounds that hold for every parameter, so that none can be used to exhaust us.
  static final int MAX_VALUES = 200;

  private static final int MAX_LENGTH = 2_000;

  private final Map<String, List<String>> given;
  private Instant now;
  private final Set<String> known = new HashSet<>();
  // A set: a parameter that two readers ask for is wrong once.
  private final Set<Fault> faults = new LinkedHashSet<>();

  public Params(Map<String, List<String>> given, Instant now) {
    this.given = given;
    this.now = now.truncatedTo(ChronoUnit.MILLIS);
  }

  /// What relative times are counted from, to the millisecond.
  public Instant now() {
    return now;
  }

  /// Counts relative times from another moment: that of the first of several pages.
  public void countFrom(Instant moment) {
    now = moment;
  }

  /// A single value; absent when not given or empty.
  public Optional<String> text(String name, int maxLength) {
    known.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1) {
      fault(name, new Wording("given more than once", "указан несколько раз"));
      return Optional.empty();
    }
    if (values.isEmpty() || values.getFirst().isBlank()) {
      return Optional.empty();
    }
    String value = values.getFirst();
    if (value.length() > maxLength) {
      fault(
          name,
          new Wording(
              "longer than " + maxLength + " characters", "длиннее " + maxLength + " знаков"));
      return Optional.empty();
    }
    if (value.indexOf('\0') >= 0) {
      fault(name, new Wording("has a NUL character", "содержит символ NUL"));
      return Optional.empty();
    }
    return Optional.of(value);
  }

  public Optional<String> text(String name) {
    return text(name, MAX_LENGTH);
  }

  /// A value that must be there.
  public String required(String name, int maxLength) {
    int before = faults.size();
    Optional<String> value = text(name, maxLength);
    if (value.isEmpty() && faults.size() == before) {
      fault(name, new Wording("is required", "обязателен"));
    }
    return value.orElse("");
  }

  /// Every value of a repeatable parameter, in order, each once.
  public List<String> all(String name) {
    known.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return values;
    }
    if (values.size() > MAX_VALUES) {
      fault(
          name,
          new Wording("given more than " + MAX_VALUES + " times", "больше " + MAX_VALUES + " раз"));
      return List.of();
    }
    Set<String> distinct = new LinkedHashSet<>();
    for (String value : values) {
      if (value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
        fault(name, new Wording("too long or not text", "слишком длинно или не текст"));
      } else if (!value.isBlank()) {
        distinct.add(value.strip());
      }
    }
    return List.copyOf(distinct);
  }

  /// Every value of a parameter that may be repeated or hold several values with commas, each from
  /// a closed set.
  public List<String> choices(String name, Collection<String> allowed) {
    Set<String> chosen = new LinkedHashSet<>();
    for (String value : all(name)) {
      for (String part : value.split(",", -1)) {
        String choice = part.strip();
        if (allowed.contains(choice)) {
          chosen.add(choice);
        } else if (!choice.isEmpty()) {
          notOneOf(name, choice, allowed);
        }
      }
    }
    return List.copyOf(chosen);
  }

  /// One value of a closed set.
  public Optional<String> choice(String name, Collection<String> allowed) {
    Optional<String> value = text(name);
    if (value.isPresent() && !allowed.contains(value.get())) {
      notOneOf(name, value.get(), allowed);
      return Optional.empty();
    }
    return value;
  }

  /// A whole number within bounds, both inclusive.
  public int integer(String name, int otherwise, int min, int max) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.get().strip());
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The fault below says it for both cases.
    }
    fault(
        name,
        new Wording(
            "a whole number from " + min + " to " + max + " is expected",
            "нужно целое число от " + min + " до " + max));
    return otherwise;
  }

  /// `true` or `false`; a bare `name` or `name=` means true.
  public boolean flag(String name) {
    return flagOr(name, false);
  }

  /// As [#flag]; empty when absent.
  public Optional<Boolean> maybe(String name) {
    known.add(name);
    return given.containsKey(name) ? Optional.of(flag(name)) : Optional.empty();
  }

  /// As [#flag], with another value when absent.
  public boolean flagOr(String name, boolean otherwise) {
    known.add(name);
    List<String> values = given.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return otherwise;
    }
    if (values.size() > 1) {
      fault(name, new Wording("given more than once", "указан несколько раз"));
    }
    return switch (values.getFirst()) {
      case "", "true", "1" -> true;
      case "false", "0" -> false;
      default -> {
        notOneOf(name, values.getFirst(), List.of("true", "false"));
        yield false;
      }
    };
  }

  /// A time zone by its IANA name or offset; UTC when absent.
  public ZoneId zone(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(value.get());
    } catch (DateTimeException e) {
      fault(
          name,
          new Wording(
              "not a time zone, such as Asia/Yakutsk or +09:00",
              "не часовой пояс, например Asia/Yakutsk или +09:00"));
      return ZoneOffset.UTC;
    }
  }

  /// A time: RFC 3339, a date (its start, or for `end` its last instant, in the zone), or relative
  /// to now: `-7d`, `-12h`, `-30m`, `-2w`, `now`.
  public Optional<Instant> time(String name, ZoneId zone, boolean end) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> time = RequestTime.parse(value.get(), zone, end, now);
    if (time.isEmpty()) {
      fault(
          name,
          new Wording(
              "a date (2026-11-23), a time (2026-11-23T10:00:00+09:00) or an age (-7d) is expected",
              "нужна дата (2026-11-23), время (2026-11-23T10:00:00+09:00) или срок (-7d)"));
    }
    return time;
  }

  public void fault(String parameter, Wording message) {
    faults.add(new Fault(parameter, message));
  }

  public void fault(String parameter, int position, Wording message) {
    faults.add(new Fault(parameter, OptionalInt.of(position), message));
  }

  private void notOneOf(String name, String value, Collection<String> allowed) {
    String list = String.join(", ", allowed);
    String shown = value.length() > 60 ? value.substring(0, 60) + "…" : value;
    fault(
        name,
        new Wording(
            "“" + shown + "” is not one of: " + list, "«" + shown + "» — не одно из: " + list));
  }

  /// Every fault; parameters that were given but never read are among them.
  public List<Fault> finish() {
    List<Fault> all = new ArrayList<>(faults);
    for (String name : new TreeSet<>(given.keySet())) {
      if (!known.contains(name)) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        String names = nearest(name).map(near -> "“" + near + "”?").orElse("");
        all.add(
            new Fault(
                shown,
                names.isEmpty()
                    ? new Wording("no such parameter", "такого параметра нет")
                    : new Wording(
                        "no such parameter; did you mean " + names,
                        "такого параметра нет; может быть, " + names)));
      }
    }
    return all;
  }

  private Optional<String> nearest(String name) {
    return name.length() > 40 ? Optional.empty() : Nearest.to(name, new TreeSet<>(known));
  }
}
