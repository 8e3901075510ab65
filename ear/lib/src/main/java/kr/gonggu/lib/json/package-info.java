/** JSON without a document class: builders, readers and parsers (Jakarta JSON Processing). */
package kr.gonggu.lib.json;
