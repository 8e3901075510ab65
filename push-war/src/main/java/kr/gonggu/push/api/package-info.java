/** HTTP in: the inbox, the stream for an open page, devices and what may call them. */
package kr.gonggu.push.api;
