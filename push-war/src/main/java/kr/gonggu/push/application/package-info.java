/** What can be done with inboxes, one class each, and the open streams that follow them. */
package kr.gonggu.push.application;
