package io.shopcare.standalone.admin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares what the provider and our books say of one payment. */
final class MoneyDifference {
    private MoneyDifference() {}

    /**
     * What differs, in words; empty when nothing does.
     *
     * @param provider missing when it never heard of the payment
     * @param ours     missing when we never heard of it
     */
    static List<String> between(JsonNode provider, JsonNode ours) {
        var found = new ArrayList<String>();
        if (ours.isMissingNode() && amount(provider.path("taken")).signum() == 0)
            return found; // asked for and never paid, in a database of before
        compare("the provider took", amount(provider.path("taken")), "we were told of", amount(ours.path("told")),
                found);
        compare("we were told of", amount(ours.path("told")), "the orders have", amount(ours.path("booked")), found);
        compare("the provider paid back", refunded(provider, "succeeded"), "our refunds",
                amount(ours.path("paidBack")), found);
        if (ours.hasNonNull("problem") && found.isEmpty())
            found.add(ours.path("problem").asText());
        return found;
    }

    private static void compare(String one, BigDecimal its, String other, BigDecimal others, List<String> found) {
        if (its.compareTo(others) != 0)
            found.add(one + " " + its.toPlainString() + ", " + other + " " + others.toPlainString());
    }

    private static BigDecimal refunded(JsonNode provider, String status) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode refund : provider.path("refunds"))
            if (refund.path("status").asText().equals(status))
                sum = sum.add(amount(refund.path("amount")));
        return sum;
    }

    private static BigDecimal amount(JsonNode money) {
        return money.isMissingNode() ? BigDecimal.ZERO : new BigDecimal(money.path("amount").asText("0"));
    }
}
