package letopis.cli.sources;

import java.util.Optional;
import letopis.fetch.FetchResult;
import letopis.fetch.FetchResult.Fetched;

/// Why an address gives nothing, and what its operator can do about it.
///
/// @param fact what happened
/// @param advice what to do
record Obstacle(String fact, String advice) {
  /// Empty for an answer that can be read.
  static Optional<Obstacle> of(FetchResult result) {
    return switch (result) {
      case Fetched page when page.status() >= 400 -> Optional.of(status(page));
      case Fetched _ -> Optional.empty();
      case FetchResult.NotModified _ ->
          Optional.of(new Obstacle("304 without a condition", "the server is broken"));
      case FetchResult.Disallowed no -> Optional.of(robots(no.rule()));
      case FetchResult.Failed failure ->
          Optional.of(
              new Obstacle(
                  failure.cause().label() + ": " + failure.detail(), advice(failure.cause())));
    };
  }

  private static Obstacle status(Fetched page) {
    String fact = "HTTP status " + page.status();
    if (page.header("cf-mitigated").isPresent()) {
      return new Obstacle(
          fact + ", a check for robots (Cloudflare)",
          "ask the owner to let our user agent in, or take its Telegram or VK channel");
    }
    return new Obstacle(
        fact,
        switch (page.status()) {
          case 404, 410 -> "the address is gone";
          case 401, 403, 451 ->
              "the site refuses our user agent or country: ask the owner, or use a proxy";
          case 429 -> "too many requests: raise hosts.NAME.delay";
          default -> "the server has an error: try later";
        });
  }

  /// A file that cannot be had forbids everything, too, and no owner meant that.
  private static Obstacle robots(String rule) {
    return rule.startsWith("robots.txt")
        ? new Obstacle(
            rule + ", so nothing may be fetched for now (RFC 9309)",
            "try later; a crawl goes on by itself when it can be read")
        : new Obstacle("robots.txt forbids it: " + rule, "ask the owner, or leave it out");
  }

  private static String advice(FetchResult.Cause cause) {
    return switch (cause) {
      case UNKNOWN_HOST ->
          "no such host is known here: check the spelling, and that this machine is on line";
      case FORBIDDEN_ADDRESS ->
          "a private address: if it is meant, name the host in allow_private of crawler.yaml";
      case CONNECT, TIMEOUT, RESET -> "the server does not answer from here: try later, or a proxy";
      case TLS -> "its certificate is not valid";
      case TOO_LARGE -> "raise limits.body if that is right";
      case TOO_MANY_REDIRECTS, REDIRECT_LOOP ->
          "give the final address; what is shown only to browsers that run scripts cannot be read";
      case BAD_HTTP, BAD_ENCODING -> "the server does not speak HTTP properly";
      case BACKING_OFF -> "the server asked us to wait: try later";
    };
  }
}
