package kr.gonggu.pay.application;

import java.util.UUID;

/**
 * To whom a member sends money, and why.
 *
 * @param id of the transfer that it becomes
 * @param fromNickname the sender's, as the access token says
 * @param toNickname the receiver's
 * @param dealId the deal it is for, or null
 * @param memo what the sender writes, or null
 */
public record Remittance(
    UUID id, String fromNickname, String toNickname, UUID dealId, String memo) {}
