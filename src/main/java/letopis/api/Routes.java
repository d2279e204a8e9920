package letopis.api;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import letopis.api.access.ApiSettings;
import letopis.api.access.SessionEndpoints;
import letopis.api.cases.CaseEndpoints;
import letopis.api.documents.DocumentEndpoints;
import letopis.api.documents.SnapshotEndpoints;
import letopis.api.http.Role;
import letopis.api.http.Route;
import letopis.api.search.AnalyticsEndpoints;
import letopis.api.search.BatchEndpoints;
import letopis.api.search.OutputEndpoints;
import letopis.api.search.SearchEndpoints;
import letopis.api.sources.SourceEndpoints;
import letopis.api.sources.TopicEndpoints;
import letopis.api.traces.FactCheckEndpoints;
import letopis.api.traces.TraceEndpoints;
import letopis.api.watches.WatchEndpoints;
import letopis.index.documents.ClaimStore;
import letopis.index.documents.DocumentStore;
import letopis.search.Analytics;
import letopis.search.Batch;
import letopis.search.DocumentLookup;
import letopis.search.DocumentSearch;
import letopis.search.Export;
import letopis.search.ReviewSearch;
import letopis.trace.cases.Cases;

/// Every address of the service, in one list.
final class Routes {
  private static final String V1 = "/api/v1";

  private final List<Route> routes = new ArrayList<>();

  Routes(ApiSettings settings, ApiServices services, WebPage page) {
    StatusEndpoints status = new StatusEndpoints(services);
    get("/health/live", Role.ANYONE, status::live);
    get("/health/ready", Role.ANYONE, status::ready);
    get("/metrics", Role.READ, status::metrics);

    DocumentSearch search = services.search();
    get(V1 + "/search", Role.READ, new SearchEndpoints(search, services.sight())::search);
    OutputEndpoints output =
        new OutputEndpoints(new Export(search, services.clock()), search.sources());
    get(V1 + "/export", Role.READ, output::export);
    get(V1 + "/feed.rss", Role.READ, output::feed);
    post("/batch", Role.READ, new BatchEndpoints(new Batch(search), search.sources())::batch);
    AnalyticsEndpoints analytics = new AnalyticsEndpoints(new Analytics(search), search.sources());
    get(V1 + "/analytics/terms", Role.READ, analytics::terms);
    get(V1 + "/analytics/compare", Role.READ, analytics::compare);
    get(V1 + "/analytics/citations", Role.READ, analytics::citations);
    WatchEndpoints watches = new WatchEndpoints(services.watches());
    get(V1 + "/watches", Role.READ, watches::list);
    post("/watches", Role.EDIT, watches::create);
    get(V1 + "/watches/{id}", Role.READ, watches::one);
    delete("/watches/{id}", Role.EDIT, watches::delete);
    get(V1 + "/watches/{id}/results", Role.READ, watches::results);
    get(V1 + "/watches/{id}/replay", Role.READ, watches::replay);
    // A feed reader cannot send a key: the id, 22 random characters, is the key to this one feed.
    get(V1 + "/watches/{id}/feed.rss", Role.ANYONE, watches::feed);
    SourceEndpoints sources =
        new SourceEndpoints(services.configuration(), services.indices(), search);
    get(V1 + "/sources", Role.READ, sources::list);
    get(V1 + "/sources/{id}", Role.READ, sources::one);

    DocumentStore store = new DocumentStore(services.indices());
    DocumentLookup lookup = new DocumentLookup(services.indices(), store, search);
    DocumentEndpoints documents = new DocumentEndpoints(store, lookup);
    get(V1 + "/documents/{id}", Role.READ, documents::document);
    get(V1 + "/documents/{id}/schema.jsonld", Role.READ, documents::jsonLd);
    get(V1 + "/documents/{id}/revisions", Role.READ, documents::revisions);
    get(V1 + "/documents/{id}/diff", Role.READ, documents::diff);
    get(V1 + "/documents/{id}/copies", Role.READ, documents::copies);
    get(V1 + "/documents/{id}/similar", Role.READ, documents::similar);
    SnapshotEndpoints snapshots = new SnapshotEndpoints(documents, lookup, services.archive());
    get(V1 + "/documents/{id}/snapshot", Role.READ, snapshots::snapshot);
    get(V1 + "/documents/{id}/evidence.zip", Role.READ, snapshots::evidence);
    get(V1 + "/lookup", Role.READ, documents::lookup);
    get(V1 + "/topics", Role.READ, new TopicEndpoints(services.configuration())::topics);

    TraceEndpoints trace = new TraceEndpoints(services.tracer(), services.metrics());
    post("/trace", Role.READ, trace::trace);
    post("/trace/batch", Role.READ, trace::batch);

    FactCheckEndpoints factChecks =
        new FactCheckEndpoints(
            new ReviewSearch(services.indices(), store), new ClaimStore(services.indices()));
    get(V1 + "/fact-checks", Role.READ, factChecks::list);
    delete("/fact-checks/{id}", Role.EDIT, factChecks::delete);

    CaseEndpoints cases =
        new CaseEndpoints(
            new Cases(services.indices(), lookup, services.clock()), services.archive());
    get(V1 + "/cases", Role.READ, cases::list);
    post("/cases", Role.EDIT, cases::create);
    get(V1 + "/cases/{id}", Role.READ, cases::one);
    put("/cases/{id}", Role.EDIT, cases::replace);
    delete("/cases/{id}", Role.EDIT, cases::delete);
    get(V1 + "/cases/{id}/claim-review.json", Role.READ, cases::review);
    get(V1 + "/cases/{id}/evidence.zip", Role.READ, cases::evidence);

    SessionEndpoints session = new SessionEndpoints(settings.keys(), services.clock());
    post("/session", Role.ANYONE, session::signIn);
    delete("/session", Role.ANYONE, session::signOut);

    WebPage.VIEWS.forEach(path -> get(path, Role.ANYONE, page::view));
    get("/assets/{file}", Role.ANYONE, page::asset);
    get("/assets/lib/{file}", Role.ANYONE, page::library);
    get("/docs", Role.ANYONE, page::docs);
    get(V1 + "/openapi.yaml", Role.ANYONE, page::openapi);
  }

  List<Route> all() {
    return List.copyOf(routes);
  }

  private void get(String path, Role role, Route.Endpoint endpoint) {
    routes.add(new Route(HandlerType.GET, path, role, false, endpoint));
  }

  private void post(String path, Role role, Route.Endpoint endpoint) {
    routes.add(new Route(HandlerType.POST, V1 + path, role, role.includes(Role.EDIT), endpoint));
  }

  private void put(String path, Role role, Route.Endpoint endpoint) {
    routes.add(new Route(HandlerType.PUT, V1 + path, role, role.includes(Role.EDIT), endpoint));
  }

  private void delete(String path, Role role, Route.Endpoint endpoint) {
    routes.add(new Route(HandlerType.DELETE, V1 + path, role, role.includes(Role.EDIT), endpoint));
  }
}
