/** How a rule says no, independent of HTTP. */
package kr.gonggu.lib.error;
