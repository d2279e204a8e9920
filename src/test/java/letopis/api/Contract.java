package letopis.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Our `openapi.yaml`, to hold answers against.
final class Contract {
  private final JsonNode document;
  private final String text;
  private final Map<String, Pattern> paths = new LinkedHashMap<>();
  private final Map<JsonNode, JsonSchema> schemas = new java.util.IdentityHashMap<>();
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  Contract() throws IOException {
    try (InputStream in = Contract.class.getResourceAsStream("/openapi.yaml")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    document = new ObjectMapper(new YAMLFactory()).readTree(text);
    document
        .path("paths")
        .fieldNames()
        .forEachRemaining(
            path ->
                paths.put(
                    path,
                    Pattern.compile(
                        Pattern.quote(path).replaceAll("\\{[a-z]+}", "\\\\E[^/]+\\\\Q"))));
  }

  String text() {
    return text;
  }

  /// Every operation, as `GET /api/v1/search`.
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            operations.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  /// The operation of a request; an exact path goes before one with variables.
  Optional<String> operation(String method, String path) {
    return paths.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(path).matches())
        .filter(
            entry ->
                document
                    .path("paths")
                    .path(entry.getKey())
                    .has(method.toLowerCase(java.util.Locale.ROOT)))
        .map(Map.Entry::getKey)
        .min(java.util.Comparator.comparingInt(template -> template.contains("{") ? 1 : 0))
        .map(template -> method + " " + template);
  }

  /// What is wrong with an answer; empty when it is as described.
  Set<String> faults(String operation, int status, String contentType, String body) {
    String[] parts = operation.split(" ", 2);
    JsonNode responses =
        document
            .path("paths")
            .path(parts[1])
            .path(parts[0].toLowerCase(java.util.Locale.ROOT))
            .path("responses");
    String code = Integer.toString(status);
    if (!responses.has(code) && status < 400) {
      return Set.of(operation + ": status " + status + " is not described");
    }
    JsonNode response = deref(responses.path(responses.has(code) ? code : "default"));
    JsonNode content = response.path("content");
    if (content.isMissingNode()) {
      return body.isEmpty() ? Set.of() : Set.of(operation + " " + code + ": a body, not described");
    }
    String type = contentType.split(";")[0].strip();
    if (!content.has(type)) {
      // A check that answers 503 with its findings may also be refused with a problem.
      content = deref(responses.path("default")).path("content");
    }
    if (!content.has(type)) {
      return Set.of(operation + " " + code + ": content type " + type + " is not described");
    }
    return type.equals("application/json") || type.endsWith("+json")
        ? held(content.path(type).path("schema"), operation, body)
        : Set.of();
  }

  private Set<String> held(JsonNode schema, String operation, String body) {
    Set<String> faults = new TreeSet<>();
    for (ValidationMessage message : schema(schema).validate(body, InputFormat.JSON)) {
      faults.add(operation + ": " + message.getMessage());
    }
    return faults;
  }

  private synchronized JsonSchema schema(JsonNode schema) {
    return schemas.computeIfAbsent(
        schema,
        _ -> {
          ObjectNode root = schema.deepCopy();
          root.set("components", document.path("components"));
          return factory.getSchema(root);
        });
  }

  private JsonNode deref(JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }
}
