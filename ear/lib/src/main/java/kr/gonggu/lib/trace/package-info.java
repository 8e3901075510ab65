/** Request id and trace context of the work at hand. */
package kr.gonggu.lib.trace;
