package kr.gonggu.lib.json;

import jakarta.json.spi.JsonProvider;

/**
 * The JSON Processing provider, looked for once.
 *
 * <p>The static methods of {@code jakarta.json.Json} look through every jar of the application for
 * a provider at each call; with the small documents of a request that costs more than the JSON
 * does.
 */
public final class Jsonp {

  /** Thread-safe, as all providers are by specification. */
  public static final JsonProvider JSON = JsonProvider.provider();

  private Jsonp() {}
}
