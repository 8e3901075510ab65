/**
 * The benchmark: fills a market of its own with 1 000 members and 20 000 deals, loads it as
 * neighbours would, checks that every answer was right, and compares the figures with those of the
 * 2022 system ({@code figures-2022.properties}).
 *
 * <p>The load generator shares the machine with the market, as it did in 2022, so it must cost
 * little: blocking sockets with requests made beforehand for HTTP, and one selector for all chat
 * sockets. What it uses of the machine itself is printed beside each figure.
 */
package kr.gonggu.benchmark;
