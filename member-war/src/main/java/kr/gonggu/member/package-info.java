/**
 * Members: accounts, sessions, neighbourhoods, and the keys that sign everyone's access tokens.
 *
 * <p>An account is a row; a session lives in Redis and is worth one refresh token at a time. Access
 * tokens are signed here and verified everywhere with the published key set, which is a file: no
 * service asks this one whether a token is good, and all keep verifying while it is down.
 *
 * <p>Events in: none. Events out, on {@code gonggu.member.events}, keyed by member: {@code
 * MemberJoined}, {@code MemberChanged}. Schemas and samples lie in {@code src/main/contracts}.
 */
package kr.gonggu.member;
