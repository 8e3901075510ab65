package kr.gonggu.pay.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import java.util.function.Function;
import kr.gonggu.lib.http.Idempotency;
import kr.gonggu.lib.http.Problem;
import kr.gonggu.lib.http.SignedInMember;
import kr.gonggu.lib.id.UuidV7;
import kr.gonggu.pay.application.Receipt;
import kr.gonggu.pay.application.RemitMoney;
import kr.gonggu.pay.application.RequestCharge;
import kr.gonggu.pay.application.RequestWithdrawal;
import kr.gonggu.pay.application.SettleBankOrder;
import kr.gonggu.pay.application.ViewReceipt;
import kr.gonggu.pay.domain.MoneyRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** Money that a member moves. Each request happens once, however often it is sent. */
@ApplicationScoped
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("member")
@SecurityRequirement(name = "accessToken")
@APIResponse(
    responseCode = "400",
    description =
        "VALIDATION_FAILED, MALFORMED_JSON, IDEMPOTENCY_KEY_REQUIRED; for a remittance also"
            + " REMITTANCE_TO_SELF, TRANSFER_LIMIT_EXCEEDED",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "401",
    description = "UNAUTHENTICATED",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "403",
    description = "FORBIDDEN: members only",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "409",
    description =
        "INSUFFICIENT_FUNDS, WALLET_CLOSED; from the bank BANK_INSUFFICIENT_FUNDS, BANK_REFUSED; for a"
            + " remittance also DAILY_LIMIT_EXCEEDED",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
    responseCode = "422",
    description = "IDEMPOTENCY_KEY_REUSED: the key belongs to a different request",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class TransfersResource {

  private static final String KEY = "Idempotency-Key";

  @Inject RequestCharge requestCharge;
  @Inject RequestWithdrawal requestWithdrawal;
  @Inject SettleBankOrder settleBankOrder;
  @Inject RemitMoney remitMoney;
  @Inject ViewReceipt viewReceipt;
  @Inject Idempotency idempotency;

  /** From the bank into the wallet. */
  @POST
  @Path("charges")
  @Operation(operationId = "chargeWallet", summary = "Takes money from the bank into the wallet")
  @APIResponseSchema(
      value = ReceiptResponse.class,
      responseCode = "201",
      responseDescription = "The money is in the wallet")
  @APIResponse(
      responseCode = "202",
      description =
          "The bank has not answered in time: it is asked again until it does, and the wallet lists"
              + " the charge as pending meanwhile",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReceiptResponse.class)))
  public Response charge(
      @HeaderParam(KEY)
          @Parameter(required = true, description = "1 to 64 printable ASCII characters")
          String key,
      @NotNull @Valid AmountRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    return throughBank(member, key, "charge", request, requestCharge::request);
  }

  /** From the wallet back to the bank. */
  @POST
  @Path("withdrawals")
  @Operation(operationId = "withdrawMoney", summary = "Returns money from the wallet to the bank")
  @APIResponseSchema(
      value = ReceiptResponse.class,
      responseCode = "201",
      responseDescription = "The money is in the bank")
  @APIResponse(
      responseCode = "202",
      description =
          "The money has left the wallet, and the bank has not answered in time: it is asked again"
              + " until it does. A refusal brings the money back (WITHDRAWAL_RETURNED)",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReceiptResponse.class)))
  public Response withdraw(
      @HeaderParam(KEY)
          @Parameter(required = true, description = "1 to 64 printable ASCII characters")
          String key,
      @NotNull @Valid AmountRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    return throughBank(member, key, "withdraw", request, requestWithdrawal::request);
  }

  /** To a neighbour. */
  @POST
  @Path("remittances")
  @Operation(operationId = "remitMoney", summary = "Sends money to a neighbour")
  @APIResponseSchema(
      value = ReceiptResponse.class,
      responseCode = "201",
      responseDescription = "The neighbour has the money")
  @APIResponse(
      responseCode = "404",
      description = "NO_SUCH_MEMBER",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response remit(
      @HeaderParam(KEY)
          @Parameter(required = true, description = "1 to 64 printable ASCII characters")
          String key,
      @NotNull @Valid RemittanceRequest request,
      @Context SecurityContext security) {
    SignedInMember member = SignedInMember.of(security);
    UUID id = UuidV7.next();
    Receipt receipt =
        idempotency.once(
            member.id(),
            key,
            "remit",
            request,
            id,
            () ->
                remitMoney.remit(
                    new MoneyRequest(member.id(), key, request.won()),
                    request.remittance(id, member.nickname())),
            sent -> viewReceipt.of(member.id(), sent));
    return Response.status(Response.Status.CREATED).entity(ReceiptResponse.of(receipt)).build();
  }

  /**
   * The order is placed once, and whoever sends the request again, also at the same time, asks for
   * what has become of that order.
   */
  private Response throughBank(
      SignedInMember member,
      String key,
      String operation,
      AmountRequest request,
      Function<MoneyRequest, UUID> place) {
    PlacedOrder order =
        idempotency.once(
            member.id(),
            key,
            operation,
            request,
            PlacedOrder.class,
            () -> new PlacedOrder(place.apply(new MoneyRequest(member.id(), key, request.won()))));
    Receipt receipt = settleBankOrder.settle(order.id());
    return Response.status(receipt.pending() ? Response.Status.ACCEPTED : Response.Status.CREATED)
        .entity(ReceiptResponse.of(receipt))
        .build();
  }

  /** What an idempotency key remembers of an order; public for JSON-B. */
  public record PlacedOrder(UUID id) {}
}
