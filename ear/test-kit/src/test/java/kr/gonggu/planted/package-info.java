/** A service that breaks every rule of the house once, so that each rule is seen to fail. */
package kr.gonggu.planted;
