package kr.gonggu.planted.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import kr.gonggu.neighbour.domain.Neighbour;
import kr.gonggu.planted.api.PlantedResource;
import kr.gonggu.planted.application.PlantedUseCase;
import kr.gonggu.planted.infrastructure.PlantedDealDTO;

/** Knows everything that a domain must not know. */
@Entity
public class PlantedEntity {

  static int shared;

  @Id long id;
  transient PlantedResource api;
  transient PlantedUseCase useCase;
  transient PlantedDealDTO adapter;
  transient Response transport;
  transient Neighbour neighbour;
  Instant made = Instant.now();
}
