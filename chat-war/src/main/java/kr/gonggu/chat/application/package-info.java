/** Use cases, one class each, and what is live. */
package kr.gonggu.chat.application;
