package letopis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class HelpTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  static Stream<CommandLine> commands() {
    return under(Main.commandLine()).filter(line -> !line.getCommandName().equals("help"));
  }

  private static Stream<CommandLine> under(CommandLine line) {
    return line.getSubcommands().values().stream()
        .flatMap(inner -> Stream.concat(Stream.of(inner), under(inner)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theLineInTheListOfCommandsIsAWholeSentence(CommandLine command) {
    String first = command.getCommandSpec().usageMessage().description()[0];
    assertThat(first).endsWith(".").hasSizeLessThan(100);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionAndValueIsDescribed(CommandLine command) {
    assertThat(command.getCommandSpec().args())
        .allSatisfy(arg -> assertThat(arg.description()).as(arg.toString()).isNotEmpty())
        .allSatisfy(
            arg ->
                assertThat(String.join(" ", arg.description())).as(arg.toString()).endsWith("."));
  }

  /// What picocli makes up by itself (`<arg2>`) tells nobody what to write.
  @ParameterizedTest
  @MethodSource("commands")
  void everyValueHasANameInCapitals(CommandLine command) {
    assertThat(command.getCommandSpec().options())
        .filteredOn(option -> option.arity().max() > 0)
        .allSatisfy(
            option -> assertThat(option.paramLabel()).as(option.toString()).doesNotContain("<"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpEndsWithAnExampleThatTheCommandUnderstands(CommandLine command) {
    if (!command.getSubcommands().isEmpty()) {
      return;
    }
    String help = command.getUsageMessage(Ansi.OFF).strip();
    assertThat(help).contains("\nExample: letopis ");
    String example = help.substring(help.lastIndexOf("Example: letopis ") + 17);
    List<String> words =
        WORD.matcher(example.split(" > ")[0])
            .results()
            .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
            .toList();

    CommandLine.ParseResult parsed = Main.commandLine().parseArgs(words.toArray(String[]::new));
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    assertThat(parsed.commandSpec().qualifiedName())
        .isEqualTo(command.getCommandSpec().qualifiedName());
  }
}
