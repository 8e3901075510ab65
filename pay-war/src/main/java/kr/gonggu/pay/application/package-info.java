/** What can be done with money: one class per use case. */
package kr.gonggu.pay.application;
