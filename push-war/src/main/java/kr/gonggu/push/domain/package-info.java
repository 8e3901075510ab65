/** Who is told what, and how far each member has read. */
package kr.gonggu.push.domain;
