package kr.gonggu.member.application;

import java.time.Duration;
import kr.gonggu.member.domain.AccessToken;
import kr.gonggu.member.domain.Member;
import kr.gonggu.member.domain.RefreshToken;

/**
 * What a device gets at sign-in and at every refresh.
 *
 * @param member who is signed in, as of now
 * @param accessToken for all services
 * @param refreshToken for this one only
 * @param refreshLifetime how long it is worth something when it is not used
 */
public record SignedIn(
    Member member, AccessToken accessToken, RefreshToken refreshToken, Duration refreshLifetime) {}
