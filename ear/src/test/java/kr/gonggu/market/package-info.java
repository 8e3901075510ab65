/** The whole market as one EAR, as a member and as an operator meet it. */
package kr.gonggu.market;
