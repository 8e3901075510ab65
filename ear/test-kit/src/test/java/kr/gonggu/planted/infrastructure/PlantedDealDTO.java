package kr.gonggu.planted.infrastructure;

/** Wrong by its name, and by a library of one server. */
public class PlantedDealDTO {
  org.jboss.shrinkwrap.api.Archive<?> serverSpecific;
}
