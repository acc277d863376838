package io.shopcare.aftersale.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.shopcare.aftersale.policies.FreightPayer;
import io.shopcare.aftersale.policies.RemedyKind;
import io.shopcare.platform.money.Money;

/**
 * A remedy as an agent wants to offer it.
 *
 * @param amount    null for all that was paid for the units
 * @param lines     none for all lines of the case
 * @param freightBy null for whom the rules name
 */
public record RemedyWish(RemedyKind kind, @Nullable Money amount, List<LineWish> lines,
        @Nullable FreightPayer freightBy) {}
