package kr.gonggu.deal.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kr.gonggu.deal.domain.Category;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Kinds of goods. */
@ApplicationScoped
@Path("categories")
@Produces(MediaType.APPLICATION_JSON)
public class CategoriesResource {

  /** All categories, in the order in which they are shown. */
  @GET
  @PermitAll
  @Operation(operationId = "listCategories", summary = "Kinds of goods, in the order to show them")
  public List<CategoryResponse> list(@Context HttpHeaders headers) {
    boolean english =
        headers.getAcceptableLanguages().stream()
            .map(Locale::getLanguage)
            .filter(language -> language.equals("ko") || language.equals("en"))
            .findFirst()
            .filter("en"::equals)
            .isPresent();
    return Arrays.stream(Category.values())
        .map(
            category ->
                new CategoryResponse(category, english ? category.english() : category.korean()))
        .toList();
  }
}
