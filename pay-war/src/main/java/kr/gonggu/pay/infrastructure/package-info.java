/** Adapters: the ledger in MySQL, the sandbox bank, events in and out, configuration. */
package kr.gonggu.pay.infrastructure;
