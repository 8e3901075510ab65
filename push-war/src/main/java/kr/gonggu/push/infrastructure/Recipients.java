package kr.gonggu.push.infrastructure;

import static kr.gonggu.lib.json.Jsonp.JSON;

import jakarta.json.JsonArrayBuilder;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Members as one parameter of a statement: with {@code JSON_TABLE} a statement is the same for one
 * member and for a thousand, takes one round trip, and is prepared once.
 */
final class Recipients {

  /** Columns {@code member} and {@code id}; parameter 1 is the text that the methods make. */
  static final String TABLE =
      " JSON_TABLE(?1, '$[*]' COLUMNS ("
          + "member CHAR(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$.member', "
          + "id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$.id')) AS r ";

  private Recipients() {}

  static String of(Collection<UUID> members) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    members.forEach(
        member -> rows.add(JSON.createObjectBuilder().add("member", member.toString())));
    return rows.build().toString();
  }

  static String of(Map<UUID, UUID> ids) {
    JsonArrayBuilder rows = JSON.createArrayBuilder();
    ids.forEach(
        (member, id) ->
            rows.add(
                JSON.createObjectBuilder()
                    .add("member", member.toString())
                    .add("id", id.toString())));
    return rows.build().toString();
  }
}
