/** What the services' tests share; never part of a deployable. */
package kr.gonggu.testkit;
