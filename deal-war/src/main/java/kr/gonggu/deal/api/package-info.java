/** The deal service's HTTP: what is asked for is checked, given to one use case, and answered. */
package kr.gonggu.deal.api;
