package kr.gonggu.pay.domain;

import java.time.Duration;

/**
 * How long the bank's answer is waited for.
 *
 * @param request within one request to the bank
 * @param first before the bank is asked a second time
 */
public record BankPatience(Duration request, Duration first) {}
