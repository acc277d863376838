package io.shopcare.order.logistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * All scans of a parcel (物流轨迹) in the order in which they happened, whatever order they came in, and the state that
 * they add up to. Once the parcel is signed for no scan takes that back; from a locker, where nobody signs, it may still go back.
 *
 * @param state null before the first scan
 */
public record Trace(List<Scan> scans, @Nullable TrackingState state) {
    /** More scans than any way has; a carrier that goes on repeating itself can't grow a parcel without end. */
    static final int MOST = 200;

    public Trace {
        scans = List.copyOf(scans);
    }

    /** Before the first scan. */
    public static Trace none() {
        return new Trace(List.of(), null);
    }

    /** With one more scan; the same when it is known already. */
    public Trace with(Scan scan) {
        if (scans.size() >= MOST || scans.stream().anyMatch(scan::repeats))
            return this;
        var all = new ArrayList<>(scans);
        all.add(scan);
        all.sort(Comparator.comparing(Scan::at));
        return new Trace(all, scans.stream().anyMatch(Trace::isTheEnd) ? state : stateOf(all));
    }

    /** Whether this scan happened after all that are known: only such scans are news to others. */
    public boolean isNews(Scan scan) {
        return scans.isEmpty() || !scan.at().isBefore(scans.getLast().at());
    }

    /** The scan that handed it over, the signing one where there is one; empty while it is under way or came back. */
    public Optional<Scan> delivery() {
        if (state != TrackingState.SIGNED)
            return Optional.empty();
        var handovers = scans.stream().filter(scan -> scan.state() == TrackingState.SIGNED).toList();
        return handovers.stream().filter(scan -> scan.handover().isSigning()).findFirst()
                .or(() -> handovers.stream().findFirst());
    }

    /** The scan by which it was back with us; empty while it is under way or was delivered. */
    public Optional<Scan> cameBack() {
        return state == TrackingState.RETURN_SIGNED
                ? scans.stream().filter(scan -> scan.state() == TrackingState.RETURN_SIGNED).findFirst()
                : Optional.empty();
    }

    /** Signed for, by the buyer or by us. What lies in a locker is signed for by nobody. */
    private static boolean isTheEnd(Scan scan) {
        return scan.state() == TrackingState.RETURN_SIGNED
                || scan.state() == TrackingState.SIGNED && scan.handover().isSigning();
    }

    /** When the carrier was last heard of. */
    public Optional<Instant> lastScan() {
        return scans.isEmpty() ? Optional.empty() : Optional.of(scans.getLast().at());
    }

    /** The latest; among scans that clocks can't tell apart, the one furthest along; a final one in any case. */
    private static TrackingState stateOf(List<Scan> sorted) {
        var last = sorted.getLast().at().minus(Scan.SKEW);
        return sorted.stream().filter(Trace::isTheEnd).findFirst()
                .or(() -> sorted.stream().filter(scan -> scan.state().isFinal()).findFirst())
                .or(() -> sorted.stream().filter(scan -> scan.at().isAfter(last))
                        .max(Comparator.comparingInt(scan -> scan.state().progress())))
                .orElseGet(sorted::getLast).state();
    }
}
