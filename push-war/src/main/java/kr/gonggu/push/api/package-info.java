/** HTTP in: the inbox, and the stream for an open page. */
package kr.gonggu.push.api;
