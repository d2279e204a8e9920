package letopis.api;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/// Every address of the service, in one list.
final class Routes {
  private static final String V1 = "/api/v1";

  private final List<Route> routes = new ArrayList<>();

  Routes(ApiServices services) {
    StatusEndpoints status = new StatusEndpoints(services);
    get("/health/live", Role.ANYONE, status::live);
    get("/health/ready", Role.ANYONE, status::ready);
    get("/metrics", Role.READ, status::metrics);

    WebPage page = new WebPage();
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
    routes.add(new Route(HandlerType.POST, V1 + path, role, role != Role.READ, endpoint));
  }

  private void delete(String path, Role role, Route.Endpoint endpoint) {
    routes.add(new Route(HandlerType.DELETE, V1 + path, role, true, endpoint));
  }
}
