/** HTTP in: validates, calls one use case, maps to a response. */
package kr.gonggu.pay.api;
