package kr.gonggu.member.domain;

/**
 * What is kept of a password: algorithm, parameters, salt and hash in one text (PHC string format),
 * so that every hash says itself how it is verified.
 *
 * @param phc for example {@code $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA}
 */
public record PasswordHash(String phc) {

  @Override
  public String toString() {
    return "PasswordHash[hidden]";
  }
}
