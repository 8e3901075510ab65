/** The rules of group buying, and the ports to what lies outside of them. */
package kr.gonggu.deal.domain;
