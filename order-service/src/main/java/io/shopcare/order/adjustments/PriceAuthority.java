package io.shopcare.order.adjustments;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.shopcare.platform.money.Money;

/**
 * Who may take off how much of an order (P10); ours, an editable rule.
 *
 * @param version is raised with every change, and named by every adjustment
 * @param percent of the goods, all adjustments of an order together, by role
 * @param below   roles that may go below the floor price of a SKU when they say so
 */
@Validated
@ConfigurationProperties("shopcare.order.price-authority")
record PriceAuthority(@DefaultValue("1") @Positive int version, Map<String, @Min(0) @Max(100) Integer> percent,
        @DefaultValue("supervisor") Collection<String> below) {
    private static final Map<String, Integer> OURS = Map.of("presales", 10, "supervisor", 50);

    PriceAuthority {
        percent = percent == null || percent.isEmpty() ? OURS : Map.copyOf(percent);
    }

    /** How it is named in events. */
    String name() {
        return "price-authority-" + version;
    }

    /** The most that a person of these roles may take off goods of this worth. */
    Money limit(Collection<String> roles, Money goods) {
        int most = roles.stream().mapToInt(role -> percent.getOrDefault(role, 0)).max().orElse(0);
        return goods.percent(BigDecimal.valueOf(most));
    }

    boolean mayGoBelowTheFloor(Collection<String> roles) {
        return roles.stream().anyMatch(below::contains);
    }
}
