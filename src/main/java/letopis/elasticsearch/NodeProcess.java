package letopis.elasticsearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Spawns the server as `bin/elasticsearch` would, without its shell: that one starts a Java only
/// to look at the version of Java, which we know.
final class NodeProcess {
  /// The optimising compiler waits for four times as many calls as usual: on few processors it took
  /// more than a third of what a young node used, away from the crawl that it was to serve. What is
  /// called often is compiled all the same.
  private static final String PATIENT_COMPILER =
      "-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=3000"
          + " -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000";

  private NodeProcess() {}

  static Process spawn(NodeSettings settings, Path java) throws NodeFailure, IOException {
    List<String> command =
        new ArrayList<>(
            Unprivileged.prefix(List.of(settings.root(), settings.home(), settings.javaHome())));
    // In a session of its own: a Ctrl-C in the terminal is for us, who end it when all is written.
    Path setsid = Path.of("/usr/bin/setsid");
    if (Files.isExecutable(setsid)) {
      command.addFirst(setsid.toString());
    }
    command.addAll(
        List.of(
            java.toString(),
            "-Xms4m",
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            settings.home().resolve("lib/tools/server-launcher") + "/*",
            "org.elasticsearch.server.launcher.ServerLauncher"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(settings.home().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(settings.logs().resolve("console.log").toFile());
    // Nothing of our environment is its business, least of all tokens.
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", settings.tmp().toString());
    environment.put("JAVA", java.toString());
    environment.put("JAVA_TYPE", "ES_JAVA_HOME");
    environment.put("ES_JAVA_HOME", settings.javaHome().toString());
    environment.put("ES_HOME", settings.home().toString());
    environment.put("ES_PATH_CONF", settings.config().toString());
    environment.put("ES_TMPDIR", settings.tmp().toString());
    environment.put("ES_DISTRIBUTION_TYPE", "zip");
    environment.put("CLI_JAVA_OPTS", "-Xms4m -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    environment.put(
        "ES_JAVA_OPTS",
        "-Xms%1$dk -Xmx%1$dk -Xlog:disable -Xlog:all=error:stderr -XX:-AlwaysPreTouch %2$s"
            .formatted(settings.heap() >> 10, PATIENT_COMPILER));
    return builder.start();
  }
}
