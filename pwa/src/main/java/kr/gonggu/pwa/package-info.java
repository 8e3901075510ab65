/** Serves the PWA: its routes, its caching and its security headers. */
package kr.gonggu.pwa;
