package io.shopcare.crm.customers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.figures.Figures;
import io.shopcare.crm.figures.Spending;
import io.shopcare.crm.lifecycle.Stage;
import io.shopcare.crm.scoring.Group;
import io.shopcare.crm.scoring.Score;
import io.shopcare.platform.money.Money;

/** A profile as callers see it. It holds no name, phone number or address. */
@Schema(name = "Customer")
record CustomerView(String customerId, String shop, List<Buyer> buyers, Instant registeredAt, Attributes attributes,
        Life lifecycle, Group group, @Nullable Rfm rfm, Sums figures) {

    /** Stage, and the version of the limits that decided it. */
    @Schema(name = "Lifecycle")
    record Life(Stage stage, String limits) {}

    /** Score, and what it was made of. Absent until the first payment. */
    @Schema(name = "RfmStanding")
    record Rfm(Score score, String cutPoints, int orders, @Nullable Money net, @Nullable Instant lastOrderAt) {}

    /** Figures over all time. */
    @Schema(name = "CustomerFigures")
    record Sums(int ordersPlaced, int orders, int ordersPaid, int ordersReturned,
            @Nullable @Schema(type = "string", description = "Paid orders with an authorised return / paid orders, four decimals") String returnRate,
            List<Amounts> spending, @Nullable Instant firstPurchaseAt, @Nullable Instant lastPurchaseAt, int cases,
            int openCases, int conversations, @Nullable Instant lastContactAt) {}

    /** Money of one currency. */
    @Schema(name = "Spending")
    record Amounts(String currency, int ordersPaid, Money paid, Money refunded, Money net, Money averageOrder) {}

    static CustomerView of(Customer customer) {
        return new CustomerView(customer.customerId(), customer.shop(), customer.buyers(), customer.registeredAt(),
                customer.attributes(), new Life(customer.stage(), customer.limits()), customer.group(), rfm(customer),
                sums(customer.figures()));
    }

    private static @Nullable Rfm rfm(Customer customer) {
        var standing = customer.standing();
        if (standing == null)
            return null;
        var measure = standing.measure();
        return measure == null
                ? new Rfm(standing.score(), standing.cutPoints(), 0, null, null)
                : new Rfm(standing.score(), standing.cutPoints(), measure.orders(), measure.net(),
                        measure.lastOrderAt());
    }

    private static Sums sums(Figures figures) {
        return new Sums(figures.ordersPlaced(), figures.orders(), figures.ordersPaid(), figures.ordersReturned(),
                figures.returnRate().map(BigDecimal::toPlainString).orElse(null),
                figures.spending().stream().map(CustomerView::amounts).toList(), figures.firstPurchaseAt(),
                figures.lastPurchaseAt(), figures.cases(), figures.openCases(), figures.conversations(),
                figures.lastContactAt());
    }

    private static Amounts amounts(Spending spending) {
        return new Amounts(spending.paid().currency(), spending.orders(), spending.paid(), spending.refunded(),
                spending.net(), spending.average());
    }
}
