/** The schema of a service and what its columns hold. */
package kr.gonggu.lib.persistence;
