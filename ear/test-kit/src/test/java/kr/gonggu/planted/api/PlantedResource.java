package kr.gonggu.planted.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import kr.gonggu.planted.domain.PlantedEntity;

/** Hands out an entity. */
@Path("/planted")
public class PlantedResource {

  @GET
  public List<PlantedEntity> all() {
    return List.of();
  }

  /** An interface that is no port. */
  interface Needless {}
}
