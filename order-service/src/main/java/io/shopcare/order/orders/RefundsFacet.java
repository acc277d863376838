package io.shopcare.order.orders;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.shopcare.order.trade.LineAmount;
import io.shopcare.order.trade.Tender;
import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.money.Money;

/** Refunds as far as the balance of an order is concerned; the refund itself is an aggregate of its own. */
public record RefundsFacet(List<Share> all) {
    static final RefundsFacet NONE = new RefundsFacet(List.of());

    /**
     * What one refund takes from the order.
     *
     * @param lines     of which lines
     * @param freight   of the freight
     * @param surplus   of money that came beyond what the order is worth
     * @param tenders   in which ways it goes back
     * @param withdrawn units per line that will not ship because of it, in the order of {@code lines}
     * @param missing   whether those units are not there: they don't ship either when it fails, and may be tried again
     */
    public record Share(String refundId, RefundState state, Money amount, List<LineAmount> lines, Money freight,
            Money surplus, List<Tender> tenders, List<Integer> withdrawn, boolean missing) {
        public Share {
            lines = List.copyOf(lines);
            tenders = List.copyOf(tenders);
            withdrawn = List.copyOf(withdrawn);
        }

        /** Whether it takes from the balance. */
        public boolean counts() {
            return state != RefundState.FAILED;
        }

        /** Whether its units may ship yet, should it fail. */
        boolean mayGiveUnitsBack() {
            boolean isOpen = state == RefundState.RESERVED || state == RefundState.IN_DOUBT;
            return isOpen && !missing && withdrawn.stream().anyMatch(units -> units > 0);
        }

        /** Units of a line that it keeps from shipping. */
        int withdrawn(String lineId) {
            return IntStream.range(0, withdrawn.size()).filter(i -> lines.get(i).lineId().equals(lineId))
                    .map(withdrawn::get).sum();
        }

        /** Units of a line that it pays back and that had left. */
        int ofWhatLeft(String lineId) {
            return lines.stream().filter(line -> line.lineId().equals(lineId)).mapToInt(LineAmount::quantity).sum()
                    - withdrawn(lineId);
        }

        /** So many of the units that it was to keep here have left. */
        Share letGo(String lineId, int units) {
            var kept = IntStream.range(0, withdrawn.size())
                    .mapToObj(i -> withdrawn.get(i) - (lines.get(i).lineId().equals(lineId) ? units : 0)).toList();
            return new Share(refundId, state, amount, lines, freight, surplus, tenders, kept, missing);
        }

        Share to(RefundState next) {
            return new Share(refundId, state.to(next), amount, lines, freight, surplus, tenders, withdrawn, missing);
        }
    }

    public RefundsFacet {
        all = List.copyOf(all);
    }

    /** One of them. */
    public Optional<Share> find(String refundId) {
        return all.stream().filter(share -> share.refundId().equals(refundId)).findFirst();
    }

    /** All that was paid back for certain. */
    public Money succeeded(String currency) {
        return Money.sum(currency, all.stream().filter(share -> share.state() == RefundState.SUCCEEDED)
                .map(Share::amount).filter(amount -> amount.currency().equals(currency)).toList());
    }

    /** The refund of a request, now and for ever. */
    public static String idOf(String requestId) {
        return Ids.derived("refund", requestId);
    }

    Stream<Share> counting(String currency) {
        return all.stream().filter(Share::counts).filter(share -> share.amount().currency().equals(currency));
    }

    /** What refunds take of one payment. */
    Money takenFrom(Tender tender) {
        var currency = tender.amount().currency();
        return Money.sum(currency, counting(currency).flatMap(share -> share.tenders().stream())
                .filter(part -> part.paymentNo().equals(tender.paymentNo())).map(Tender::amount).toList());
    }

    /** Units of a line that had left and whose money went back, or is about to. */
    int ofWhatLeft(String lineId) {
        return all.stream().filter(Share::counts).mapToInt(share -> share.ofWhatLeft(lineId)).sum();
    }

    RefundsFacet put(Share next) {
        return new RefundsFacet(Stream.concat(
                all.stream().filter(share -> !share.refundId().equals(next.refundId())), Stream.of(next)).toList());
    }
}
