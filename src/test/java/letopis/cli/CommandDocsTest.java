package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// Every command that the documents show can be typed as it stands there.
class CommandDocsTest {
  /// In a block of code, or between backticks.
  private static final Pattern SHOWN =
      Pattern.compile("(?m)^(?: {4})?(?:\\w+=\\S+ )?\\./letopis (.+)$|`\\./letopis ([^`]+)`");

  /// An option that begins a piece of code.
  private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z-]+)");

  private static final Set<String> GENERAL = Set.of("-h", "--help", "-V", "--version");

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  @Test
  void documentedCommandsExistWithTheirOptions() throws IOException {
    List<String> wrong = new ArrayList<>();
    int shown = 0;
    for (Path document : DocumentLinksTest.documents()) {
      Matcher commands = SHOWN.matcher(Files.readString(document));
      while (commands.find()) {
        String command = commands.group(1) == null ? commands.group(2) : commands.group(1);
        shown++;
        parse(words(command)).ifPresent(why -> wrong.add(document + ": " + command + ": " + why));
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(shown).isGreaterThan(30);
  }

  /// The benchmarks describe themselves; their pages name what matters.
  @Test
  void thePageOfCommandsNamesEveryCommandAndOption() throws IOException {
    String page = Files.readString(Path.of("docs/commands.md"));
    List<String> missing = new ArrayList<>();
    undocumented(Main.commandLine(), "", page, missing);
    assertThat(missing).isEmpty();
  }

  /// Whatever an option's name stands beside, in running text and tables too.
  @Test
  void everyOptionThatADocumentNamesExists() throws IOException {
    Set<String> known = new TreeSet<>();
    collect(Main.commandLine(), known);
    List<String> wrong = new ArrayList<>();
    for (Path document : DocumentLinksTest.documents()) {
      Matcher named = OPTION.matcher(Files.readString(document));
      while (named.find()) {
        if (!known.contains(named.group(1))) {
          wrong.add(document + ": " + named.group(1));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void undocumented(
      CommandLine line, String prefix, String page, List<String> missing) {
    line.getSubcommands()
        .forEach(
            (name, command) -> {
              if (name.equals("help") || name.equals("bench")) {
                return;
              }
              String whole = (prefix + " " + name).strip();
              if (command.getSubcommands().isEmpty() && !page.contains("`" + whole)) {
                missing.add(whole);
              }
              command.getCommandSpec().optionsMap().keySet().stream()
                  .filter(option -> !GENERAL.contains(option) && !page.contains("`" + option))
                  .forEach(option -> missing.add(whole + " " + option));
              undocumented(command, whole, page, missing);
            });
  }

  private static void collect(CommandLine line, Set<String> options) {
    options.addAll(line.getCommandSpec().optionsMap().keySet());
    line.getSubcommands().values().forEach(inner -> collect(inner, options));
  }

  @Test
  void aCommandOrOptionThatIsNotThereIsSeen() {
    assertThat(parse(words("up --nosuch"))).isPresent();
    assertThat(parse(words("takedown --nosuch"))).isPresent();
    assertThat(parse(words("nosuch x # a comment"))).isPresent();
    assertThat(parse(words("search 'a b' | head --nosuch"))).isEmpty();
  }

  /// What the shell would pass on: up to a comment, a pipe or a redirection.
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      String bare = matcher.group(3);
      if (bare != null && (bare.matches("[#|&;>].*") || bare.equals("2>"))) {
        break;
      }
      // An ellipsis stands for values of the reader's own.
      if (bare == null || !bare.equals("…")) {
        words.add(bare != null ? bare : command.substring(matcher.start() + 1, matcher.end() - 1));
      }
    }
    return words;
  }

  /// What of a command is not there. Values may be missing: the text around says what
  /// belongs there.
  private static Optional<String> parse(List<String> words) {
    CommandLine command = Main.commandLine();
    for (String word : words) {
      CommandLine part = command.getSubcommands().get(word);
      if (part != null) {
        command = part;
      } else if (command.getCommandSpec().userObject() instanceof Main) {
        return word.startsWith("-") && command.getCommandSpec().optionsMap().containsKey(word)
            ? Optional.empty()
            : Optional.of("no command " + word);
      } else if (word.startsWith("--")
          && !command.getCommandSpec().optionsMap().containsKey(word.split("=", 2)[0])) {
        return Optional.of(command.getCommandName() + " has no " + word);
      }
    }
    return Optional.empty();
  }
}
