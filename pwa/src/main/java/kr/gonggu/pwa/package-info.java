/**
 * Serves the client: files with the caching each may have, compressed where that was prepared, the
 * shell for every screen's address, and the headers that keep a browser from doing more than the
 * client needs. Knows nothing of the services.
 */
package kr.gonggu.pwa;
