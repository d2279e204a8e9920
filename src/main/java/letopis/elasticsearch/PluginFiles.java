package letopis.elasticsearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Writes our analysis plugin into the `plugins` folder of a server: a jar of our own classes of
/// `letopis.esplugin` and the descriptor. Written again whenever it differs.
final class PluginFiles {
  private static final String NAME = "letopis-analysis";
  private static final String PACKAGE = "letopis/esplugin";
  private static final String DESCRIPTOR =
      """
      description=The analysis components of the official distribution that the minimal server lacks
      version=%1$s
      name=%2$s
      classname=letopis.esplugin.LetopisAnalysisPlugin
      java.version=21
      elasticsearch.version=%1$s
      """
          .formatted(NodeSettings.VERSION, NAME);

  private PluginFiles() {}

  static void install(Path plugins) throws IOException {
    Path folder = plugins.resolve(NAME);
    Path jar = folder.resolve(NAME + ".jar");
    Path descriptor = folder.resolve("plugin-descriptor.properties");
    byte[] wanted = jar(classes());
    if (Files.exists(jar)
        && Files.exists(descriptor)
        && Arrays.equals(Files.readAllBytes(jar), wanted)
        && Files.readString(descriptor).equals(DESCRIPTOR)) {
      return;
    }
    Files.createDirectories(folder);
    Files.write(jar, wanted);
    Files.writeString(descriptor, DESCRIPTOR);
  }

  /// Our class files by path, from the folder or the jar that we run from.
  private static Map<String, byte[]> classes() throws IOException {
    URI origin;
    try {
      origin = PluginFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    Path path = Path.of(origin);
    if (Files.isDirectory(path)) {
      return read(path.resolve(PACKAGE));
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return read(jar.getPath(PACKAGE));
    }
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        // package-info carries an annotation that the server does not have.
        if (name.endsWith(".class") && !name.equals("package-info.class")) {
          classes.put(PACKAGE + "/" + name, Files.readAllBytes(file));
        }
      }
    }
    return classes;
  }

  private static byte[] jar(Map<String, byte[]> classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : classes.entrySet()) {
        JarEntry entry = new JarEntry(file.getKey());
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(file.getValue());
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
