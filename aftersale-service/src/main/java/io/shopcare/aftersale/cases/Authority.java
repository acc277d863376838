package io.shopcare.aftersale.cases;

import java.math.BigDecimal;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import io.shopcare.platform.money.Money;

/**
 * How much an agent may refund alone.
 *
 * @param authority by currency; in any other an agent may refund nothing alone
 */
@Validated
@ConfigurationProperties("shopcare.aftersale.refunds")
public record Authority(Map<String, BigDecimal> authority) {
    public Authority {
        authority = Map.copyOf(authority);
    }

    /** Whether an agent may decide on this amount alone. */
    public boolean covers(Money amount) {
        var limit = authority.get(amount.currency());
        return limit != null && new BigDecimal(amount.text()).compareTo(limit) <= 0;
    }
}
