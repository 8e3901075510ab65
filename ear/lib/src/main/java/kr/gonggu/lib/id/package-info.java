/** Ids. */
package kr.gonggu.lib.id;
