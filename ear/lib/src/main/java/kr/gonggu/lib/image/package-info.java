/** Pictures: from whatever a phone sends to a JPEG that shows the picture and nothing else. */
package kr.gonggu.lib.image;
