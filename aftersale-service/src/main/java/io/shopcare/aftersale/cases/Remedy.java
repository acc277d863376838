package io.shopcare.aftersale.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.money.Money;

/**
 * What is offered to the buyer, chosen and carried out.
 *
 * @param freight    part of the amount that is outward freight
 * @param amount     that the buyer gets: the lines and the freight together
 * @param freightBy  who pays the way back; null when nothing is sent
 * @param withinDays in how many days the money goes back, after the last step before it
 * @param beyondRule whether the agent went beyond what the rules give
 */
public record Remedy(String remedyId, RemedyKind kind, List<Share> lines, Money freight, Money amount,
        @Nullable FreightPayer freightBy, List<Step> steps, int withinDays, boolean beyondRule) {

    /** What one line gets. */
    public record Share(String lineId, String sku, int quantity, Money amount) {
        LineQuantity units() {
            return new LineQuantity(lineId, sku, quantity);
        }
    }

    public Remedy {
        lines = List.copyOf(lines);
        steps = List.copyOf(steps);
    }

    boolean covers(String lineId) {
        return lines.stream().anyMatch(line -> line.lineId().equals(lineId));
    }

    /** Whether the buyer would see no difference. */
    boolean isLike(Remedy other) {
        return kind == other.kind && lines.equals(other.lines) && amount.equals(other.amount)
                && freightBy == other.freightBy;
    }
}
