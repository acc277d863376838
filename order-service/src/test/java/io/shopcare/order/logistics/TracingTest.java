package io.shopcare.order.logistics;

import java.time.Instant;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.shopcare.order.logistics.TrackingState.COLLECTED;
import static io.shopcare.order.logistics.TrackingState.IN_TRANSIT;
import static io.shopcare.order.logistics.TrackingState.OUT_FOR_DELIVERY;
import static io.shopcare.order.logistics.TrackingState.PROBLEM;
import static io.shopcare.order.logistics.TrackingState.RETURN_SIGNED;
import static io.shopcare.order.logistics.TrackingState.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("O15: pushes that are repeated, out of order or off the clock become one clean trace")
class TracingTest {
    private static final Instant NOON = Instant.parse("2026-11-12T04:00:00Z");
    private static final Scan PICKED_UP = scan(COLLECTED, "103", 0);
    private static final Scan AT_HUB = scan(IN_TRANSIT, "1002", 300);
    private static final Scan ON_THE_VAN = scan(OUT_FOR_DELIVERY, null, 900);
    private static final Scan HANDED_OVER = scan(SIGNED, "301", 990);
    private static final List<Scan> A_DELIVERY = List.of(PICKED_UP, AT_HUB, ON_THE_VAN, HANDED_OVER);

    @Property(tries = 200)
    void isTheSameWhateverOrderTheScansComeIn(@ForAll("orders") List<Scan> order) {
        assertThat(trace(order)).isEqualTo(trace(A_DELIVERY));
    }

    @Property(tries = 200)
    void onceSignedStaysSigned(@ForAll("orders") List<Scan> order) {
        var trace = Trace.none();
        boolean signed = false;
        for (var scan : order) {
            trace = trace.with(scan);
            signed |= scan.state() == SIGNED;
            assertThat(trace.state() == SIGNED).isEqualTo(signed);
        }
    }

    @Provide
    Arbitrary<List<Scan>> orders() {
        return Arbitraries.shuffle(A_DELIVERY);
    }

    @Test
    void dropsWhatIsKnown() {
        var trace = trace(A_DELIVERY);
        A_DELIVERY.forEach(scan -> assertThat(trace.with(scan)).isEqualTo(trace));
    }

    @Test
    void takesTheLatestAsTheState() {
        assertThat(
                trace(List.of(PICKED_UP, ON_THE_VAN, scan(PROBLEM, null, 950), scan(IN_TRANSIT, null, 1300))).state())
                .isEqualTo(IN_TRANSIT);
    }

    @Test
    void takesTheFurthestAlongWhereClocksCantTell() {
        assertThat(trace(List.of(ON_THE_VAN, scan(IN_TRANSIT, null, 902))).state()).isEqualTo(OUT_FOR_DELIVERY);
    }

    @Test
    void neverTakesASignatureBack() {
        assertThat(trace(A_DELIVERY).with(scan(IN_TRANSIT, null, 2000)).state()).isEqualTo(SIGNED);
    }

    @Test
    void placesAScanFromTheFutureAtTheMomentItWasHeard() {
        var heard = Scan.heard(IN_TRANSIT, null, NOON.plusSeconds(7200), "杭州", "", NOON);
        assertThat(heard.at()).isEqualTo(NOON);
        assertThat(Trace.none().with(heard).with(Scan.heard(IN_TRANSIT, null, NOON.plusSeconds(7200), "杭州", "",
                NOON.plusSeconds(60))).scans()).hasSize(1);
    }

    @Test
    void knowsARepeatWhoseTimeIsFinerThanWhatIsKept() {
        var kept = Scan.heard(IN_TRANSIT, null, NOON.plusNanos(123_000_000), "杭州", "", NOON.plusSeconds(60));
        assertThat(Trace.none().with(kept).with(Scan.heard(IN_TRANSIT, null, NOON.plusNanos(123_456_789), "杭州", "",
                NOON.plusSeconds(60))).scans()).hasSize(1);
    }

    @Test
    void knowsThatALockerIsNotSigning() {
        var inLocker = trace(List.of(PICKED_UP, scan(SIGNED, "304", 900)));
        assertThat(inLocker.delivery()).map(Scan::handover).contains(Handover.LOCKER_OR_STATION);
        assertThat(inLocker.with(HANDED_OVER).delivery()).contains(HANDED_OVER);
    }

    @Test
    void takesBackWhatNobodySignedFor() {
        var inLocker = trace(List.of(PICKED_UP, scan(SIGNED, "304", 900)));
        assertThat(inLocker.with(scan(IN_TRANSIT, null, 2000)).state()).isEqualTo(SIGNED);
        assertThat(inLocker.with(scan(RETURN_SIGNED, null, 2000)).cameBack()).isPresent();
        assertThat(inLocker.with(HANDED_OVER).with(scan(RETURN_SIGNED, null, 2000)).cameBack()).isEmpty();
        assertThat(trace(List.of(PICKED_UP, scan(RETURN_SIGNED, null, 2000))).with(scan(SIGNED, "304", 900)).cameBack())
                .as("heard the other way round").isPresent();
    }

    @Test
    void onlyWhatHappenedAfterAllElseIsNews() {
        var trace = trace(List.of(PICKED_UP, ON_THE_VAN));
        assertThat(trace.isNews(AT_HUB)).isFalse();
        assertThat(trace.isNews(HANDED_OVER)).isTrue();
    }

    @Test
    void growsNoFurtherThanAnyWayIsLong() {
        var trace = Trace.none();
        for (int i = 0; i < Trace.MOST + 50; i++)
            trace = trace.with(scan(IN_TRANSIT, null, i));
        assertThat(trace.scans()).hasSize(Trace.MOST);
    }

    @Test
    void doesNotTellPlacesAndTextsInLogs() {
        assertThat(scan(SIGNED, "301", 1).toString()).doesNotContain("文三路");
    }

    private static Trace trace(List<Scan> scans) {
        return scans.stream().reduce(Trace.none(), Trace::with, (one, two) -> two);
    }

    private static Scan scan(TrackingState state, @Nullable String subState, int minutes) {
        var at = NOON.plusSeconds(60L * minutes);
        return new Scan(state, subState, at, at, "杭州市西湖区文三路", "签收人");
    }
}
