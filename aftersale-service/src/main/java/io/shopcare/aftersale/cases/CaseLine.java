package io.shopcare.aftersale.cases;

import java.util.List;

import io.shopcare.platform.money.Money;

/**
 * Units of one order line in a case.
 *
 * @param earlier  units of the order line that earlier cases settled
 * @param arrived  units counted at the gate
 * @param graded   what they turned out to be
 * @param refunded by this case
 */
public record CaseLine(String lineId, String sku, String title, int quantity, int earlier, Custody custody,
        int arrived, List<GradedUnits> graded, LineMoney money, Money refunded) {

    /** Units with one result. */
    public record GradedUnits(int quantity, Grade grade, Grade.Disposition disposition) {}

    public CaseLine {
        graded = List.copyOf(graded);
    }

    CaseLine with(Custody next) {
        return new CaseLine(lineId, sku, title, quantity, earlier, custody.become(next), arrived, graded, money,
                refunded);
    }

    CaseLine with(LineMoney next) {
        return new CaseLine(lineId, sku, title, quantity, earlier, custody, arrived, graded, money.become(next),
                refunded);
    }

    CaseLine received(int units) {
        return new CaseLine(lineId, sku, title, quantity, earlier,
                custody.become(units > 0 ? Custody.RECEIVED : Custody.NEVER_CAME), units, graded, money, refunded);
    }

    CaseLine graded(List<GradedUnits> units) {
        return new CaseLine(lineId, sku, title, quantity, earlier, custody.become(Custody.INSPECTED), arrived, units,
                money, refunded);
    }

    CaseLine refunded(Money amount) {
        return new CaseLine(lineId, sku, title, quantity, earlier, custody, arrived, graded,
                money.become(LineMoney.REFUNDED), refunded.plus(amount));
    }

    LineQuantity units() {
        return new LineQuantity(lineId, sku, quantity);
    }
}
