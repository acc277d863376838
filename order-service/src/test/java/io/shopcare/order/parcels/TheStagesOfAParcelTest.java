package io.shopcare.order.parcels;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.shopcare.order.FacetTable;
import io.shopcare.platform.store.Decision;

import static io.shopcare.order.parcels.Fixtures.BOX;
import static io.shopcare.order.parcels.Fixtures.COAT_AND_SCARF;
import static io.shopcare.order.parcels.Fixtures.NOW;
import static io.shopcare.order.parcels.Fixtures.SF;
import static io.shopcare.order.parcels.Fixtures.aParcelAt;
import static io.shopcare.order.parcels.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("O11: each stage has its role; skipping one is refused")
class TheStagesOfAParcelTest {

    @Test
    void stagesAreReachableAndEnd() throws IOException {
        FacetTable.of(ParcelStage.class, ParcelStage.CREATED)
                .reachesAllAndEndsIn(Set.of(ParcelStage.RETURNED))
                .isDrawnIn("parcel-stage.md");
    }

    @Test
    void clearanceGoesBothWays() throws IOException {
        FacetTable.of(Clearance.class, Clearance.CLEAR).reachesAllAndEndsIn(Set.of()).isDrawnIn("parcel-clearance.md");
    }

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(ParcelStage.values())
                .flatMap(stage -> Arrays.stream(ParcelStep.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void everyStepHasAnAnswerAtEveryStage(ParcelStage stage, ParcelStep step) {
        var parcel = aParcelAt(stage);
        assertThat(parcel.stage()).isEqualTo(stage);
        var answer = take(parcel, step, everybody());
        if (step.isDueAt(stage))
            assertThat(answer).isInstanceOfSatisfying(Decision.Accepted.class,
                    accepted -> assertThat(((Parcel) accepted.aggregate()).stage()).isEqualTo(step.goal()));
        else
            assertThat(refusal(answer)).isIn("stage-skipped", "stage-done");
        assertThat(parcel.allowedActions(everybody().roles()).contains(step.action())).isEqualTo(step.isDueAt(stage));
    }

    @ParameterizedTest
    @EnumSource(ParcelStep.class)
    void noStepIsForSomebodyInAnotherRole(ParcelStep step) {
        var others = new Worker("somebody", Set.of("buyer", "presales", "auditor", "finance", "aftersales", "crm",
                "supervisor", "manager", "admin", "service"));
        for (var stage : ParcelStage.values())
            assertThat(refusal(take(aParcelAt(stage), step, others))).isEqualTo("not-your-stage");
    }

    @ParameterizedTest
    @EnumSource(ParcelStep.class)
    void nobodyWorksOnAParcelOfAnOrderOnHold(ParcelStep step) {
        var stage = Arrays.stream(ParcelStage.values()).filter(step::isDueAt).findFirst().orElseThrow();
        var held = Fixtures.next(aParcelAt(stage).holds("order-1", 1));
        assertThat(refusal(take(held, step, everybody()))).isEqualTo("hold-open");
        assertThat(held.allowedActions(everybody().roles())).isEmpty();
        var released = Fixtures.next(held.holds("order-1", 0));
        assertThat(take(released, step, everybody())).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void namesTheStageThatIsDue() {
        assertThat(take(aParcelAt(ParcelStage.PICKED), ParcelStep.HAND_OVER, everybody()))
                .isInstanceOfSatisfying(Decision.Rejected.class, rejected -> assertThat(rejected.rejection().facts())
                        .containsEntry("stage", "inspection"));
    }

    private static Decision<Parcel> take(Parcel parcel, ParcelStep step, Worker worker) {
        return switch (step) {
            case PRINT -> parcel.print(worker, SF, NOW);
            case PICK -> parcel.pick(worker, NOW);
            case INSPECT -> parcel.inspect(worker, COAT_AND_SCARF, Set.of(), Set.of(), true, NOW);
            case PACK -> parcel.pack(worker, BOX, NOW);
            case WEIGH -> parcel.weigh(worker, 2030, NOW);
            case HAND_OVER -> parcel.handOver(worker, NOW);
        };
    }

    private static Worker everybody() {
        return new Worker("all", Set.of("waybill-clerk", "picker", "inspector", "packer", "weigher", "store-keeper"));
    }
}
