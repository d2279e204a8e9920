package letopis.api.http;

import io.javalin.http.Context;

/// The headers that every answer carries.
public final class SecurityHeaders {
  /// For our own page: its files, its API, nothing else. Charts set styles through the CSSOM, which
  /// needs no exception here.
  public static final String PAGE =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src"
          + " 'self'; font-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /// Swagger UI writes style attributes.
  public static final String DOCS =
      PAGE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

  /// A saved page of another site: an opaque origin, no scripts, no forms, nothing fetched. Its own
  /// inline styles may stay; it is framed by our page only.
  public static final String SNAPSHOT =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private SecurityHeaders() {}

  /// Sets the strictest; an answer may loosen its own.
  public static void set(Context context) {
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cross-Origin-Resource-Policy", "same-origin");
    context.header("Cross-Origin-Opener-Policy", "same-origin");
    context.header("X-Frame-Options", "DENY");
    context.header("Cache-Control", "no-cache");
  }
}
