package kr.gonggu.deal.infrastructure;

import static kr.gonggu.deal.domain.Samples.HOST;
import static kr.gonggu.deal.domain.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kr.gonggu.deal.domain.CancelCause;
import kr.gonggu.deal.domain.Deal;
import kr.gonggu.deal.domain.DealPresentation;
import kr.gonggu.deal.domain.DealStatus;
import kr.gonggu.deal.domain.Enrollment;
import kr.gonggu.deal.domain.PaymentMethod;
import kr.gonggu.deal.domain.Samples;
import kr.gonggu.testkit.Contracts;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is told keeps what was promised. */
class EventContractTest {

  private static final Contracts CONTRACTS = Contracts.of("deal");

  @TestFactory
  List<DynamicTest> payloadsKeepTheirSchemas() {
    Map<String, Object> payloads = payloads();
    return payloads.entrySet().stream()
        .map(
            payload ->
                DynamicTest.dynamicTest(
                    payload.getKey(),
                    () ->
                        assertThat(CONTRACTS.violations(payload.getKey(), payload.getValue()))
                            .isEmpty()))
        .toList();
  }

  @TestFactory
  List<DynamicTest> samplesKeepTheirSchemas() {
    return CONTRACTS.types().stream()
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type,
                    () -> assertThat(CONTRACTS.violations(type, CONTRACTS.sample(type))).isEmpty()))
        .toList();
  }

  @Test
  void everyTypeThatIsToldHasItsContract() {
    assertThat(CONTRACTS.types()).containsExactlyInAnyOrderElementsOf(payloads().keySet());
  }

  @Test
  void aPayloadThatMissesSomethingBreaksItsSchema() {
    assertThat(CONTRACTS.violations("DealFull", "{\"dealId\": \"x\"}")).isNotEmpty();
  }

  private static Map<String, Object> payloads() {
    Deal deal = Samples.deal();
    DealPresentation plain = Samples.presentation();
    Deal pictured =
        Deal.open(
            UUID.randomUUID(),
            HOST,
            new DealPresentation(
                plain.title(),
                plain.description(),
                plain.category(),
                "https://example.com",
                List.of(),
                List.of(UUID.randomUUID())),
            Samples.terms(30_000, 10, 0),
            PaymentMethod.DIRECT,
            NOW);
    Enrollment enrollment =
        Enrollment.confirmed(UUID.randomUUID(), deal, UUID.randomUUID(), 2, NOW);
    List<UUID> members = List.of(UUID.randomUUID(), UUID.randomUUID());
    Deal cancelled = Samples.deal();
    cancelled.cancel(CancelCause.BY_HOST, "품절이에요", NOW);
    Map<String, Object> payloads = new LinkedHashMap<>();
    payloads.put("DealOpened", DealData.of(deal, "초록마을"));
    payloads.put("DealChanged", DealData.of(pictured, "초록마을"));
    payloads.put("EnrollmentConfirmed", EnrollmentData.of(deal, enrollment, "달빛이웃"));
    payloads.put("EnrollmentChanged", EnrollmentData.of(deal, enrollment, "달빛이웃"));
    payloads.put("EnrollmentCancelled", EnrollmentData.of(deal, enrollment, "달빛이웃"));
    payloads.put("DealFull", DealMembersData.of(deal, members));
    payloads.put("DealCancelled", DealMembersData.cancelled(cancelled, members));
    payloads.put("DealExpired", DealMembersData.of(deal, List.of()));
    Deal full = Samples.deal();
    full.changeShares(9, NOW);
    payloads.put(
        "DealStatusChanged",
        DealStatusData.of(
            full, DealStatus.FULL, full.moveTo(DealStatus.ORDERED, "주문했어요", null, NOW), members));
    payloads.put("DealClosingSoon", DealClosingSoonData.of(deal, 24, members));
    payloads.put("EnrollmentReceived", EnrollmentReceivedData.of(deal, enrollment, "달빛이웃"));
    return payloads;
  }
}
