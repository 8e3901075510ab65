package kr.gonggu.planted.infrastructure;

/** Wrong by its name, by a library of one server, and by looking for a JSON provider each time. */
public class PlantedDealDTO {
  String text = jakarta.json.Json.createValue("text").toString();
  org.jboss.shrinkwrap.api.Archive<?> serverSpecific;
}
