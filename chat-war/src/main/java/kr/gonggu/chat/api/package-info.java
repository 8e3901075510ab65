/** HTTP and socket: in comes JSON, out go problems and frames. */
package kr.gonggu.chat.api;
