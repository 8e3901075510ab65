package kr.gonggu.push.domain;

/**
 * How much of a deal.
 *
 * @param quantity shares of one member
 * @param amount what those cost, in won
 * @param taken shares of the deal that are taken
 * @param all shares of the deal
 */
public record Shares(int quantity, long amount, int taken, int all) {}
