package letopis.api.sources;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import letopis.api.http.Call;
import letopis.api.http.Fault;
import letopis.api.http.Problem;
import letopis.api.http.Reply;
import letopis.sources.Configuration;
import letopis.sources.Place;
import letopis.sources.Topic;

/// What the facets `topic` and `place` can be asked for.
public final class TopicEndpoints {
  private final ObjectNode body;

  public TopicEndpoints(Configuration configuration) {
    body = Call.JSON.createObjectNode();
    ArrayNode topics = body.putArray("topics");
    for (Topic topic : configuration.topics()) {
      topics
          .addObject()
          .put("id", topic.id())
          .put("name", topic.name())
          .put("query", topic.query());
    }
    ArrayNode places = body.putArray("places");
    for (Place place : configuration.places()) {
      ObjectNode one = places.addObject().put("id", place.id()).put("name", place.name());
      one.put("latitude", place.latitude()).put("longitude", place.longitude());
      place.within().ifPresent(within -> one.put("within", within));
    }
  }

  public Reply topics(Call call) {
    List<Fault> faults = call.params().finish();
    return faults.isEmpty()
        ? new Reply.Json(200, body, Optional.of(Integer.toHexString(body.hashCode())), Map.of())
        : Reply.refused(Problem.invalid(faults));
  }
}
