/** What can be done with deals: one class per use case. */
package kr.gonggu.deal.application;
