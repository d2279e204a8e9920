package letopis.cli.keeping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import letopis.api.access.ApiKeys;
import letopis.api.http.Role;
import letopis.app.CommandFailure;
import letopis.app.CommonOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `keys`: who may call the API from other machines. A running service reads the keys at its next
/// start.
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "Makes, lists and revokes API keys.",
      "Only their hashes are kept, in keys.json of the data folder. Keys matter to a service that",
      "listens beyond this machine (up --host); it reads them when it starts."
    })
public final class KeysCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes a key and prints it once; it cannot be shown again.")
  int add(
      @Mixin CommonOptions options,
      @Parameters(
              paramLabel = "NAME",
              description = "Name for logs and the audit: letters, digits and . _ - only.")
          String name,
      @Option(
              names = "--role",
              paramLabel = "ROLE",
              required = true,
              description = "read, edit or admin.")
          String role,
      @Option(
              names = "--per-minute",
              paramLabel = "N",
              defaultValue = "" + ApiKeys.DEFAULT_PER_MINUTE,
              description = "Requests allowed per minute (default: ${DEFAULT-VALUE}).")
          int perMinute)
      throws IOException {
    Role allowed =
        Role.of(role)
            .orElseThrow(() -> CommandFailure.wrongUsage("--role must be read, edit or admin"));
    ApiKeys keys = load(options);
    if (keys.keys().stream().anyMatch(key -> key.name().equals(name))) {
      throw CommandFailure.failed("there is a key “" + name + "” already; revoke it first");
    }
    try {
      ApiKeys.Made made = ApiKeys.make(name, allowed, perMinute);
      keys.and(new ApiKeys(List.of(made.key()))).save(file(options));
      print(
          options.json()
              ? JsonNodeFactory.instance
                  .objectNode()
                  .put("name", name)
                  .put("role", allowed.label())
                  .put("key", made.secret())
                  .toString()
              : made.secret());
      return 0;
    } catch (IllegalArgumentException e) {
      throw CommandFailure.wrongUsage(String.valueOf(e.getMessage()));
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Prints the names, roles and rates of the keys, never a key itself.")
  int list(@Mixin CommonOptions options) throws IOException {
    if (load(options).keys().isEmpty()) {
      spec.commandLine().getErr().println("no keys in " + file(options));
    }
    for (ApiKeys.Key key : load(options).keys()) {
      print(
          options.json()
              ? JsonNodeFactory.instance
                  .objectNode()
                  .put("name", key.name())
                  .put("role", key.role().label())
                  .put("per_minute", key.perMinute())
                  .toString()
              : "%s  %s  %d/min".formatted(key.name(), key.role().label(), key.perMinute()));
    }
    return 0;
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Revokes a key; a running service learns of it when it starts again.")
  int revoke(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "NAME", description = "As `keys list` prints it.") String name)
      throws IOException {
    List<ApiKeys.Key> left = new ArrayList<>(load(options).keys());
    Optional<ApiKeys.Key> gone = left.stream().filter(key -> key.name().equals(name)).findFirst();
    if (gone.isEmpty()) {
      throw CommandFailure.failed("there is no key “" + name + "”");
    }
    left.remove(gone.get());
    new ApiKeys(left).save(file(options));
    return 0;
  }

  private static Path file(CommonOptions options) {
    return options.data().resolve("keys.json");
  }

  private static ApiKeys load(CommonOptions options) throws IOException {
    try {
      return ApiKeys.load(file(options));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.failed(String.valueOf(e.getMessage()));
    }
  }

  private void print(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
