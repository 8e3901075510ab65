package kr.gonggu.push.domain;

/**
 * A notification as it is shown.
 *
 * @param notification what was told
 * @param nickname the actor's present nickname, or null when there is no actor
 */
public record Told(Notification notification, String nickname) {}
