package kr.gonggu.lib.error;

/**
 * One field that is not as it must be.
 *
 * @param field path in the request's JSON, for example {@code pickup.latitude}
 * @param message what is wrong with it, for a person
 */
public record Violation(String field, String message) {}
