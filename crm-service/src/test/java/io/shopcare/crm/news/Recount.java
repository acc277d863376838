package io.shopcare.crm.news;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.shopcare.crm.figures.Figures;
import io.shopcare.crm.figures.Spending;
import io.shopcare.platform.json.Json;
import io.shopcare.platform.money.Money;

/**
 * Counts a customer's figures by hand from all events at once, each once, as somebody with a spreadsheet would. It shares
 * no code with what it checks.
 */
final class Recount {
    private final Map<String, Instant> placed = new HashMap<>();
    private final Map<String, Money> paid = new HashMap<>();
    private final Map<String, Money> refundedByOrder = new HashMap<>();
    private final Map<String, Money> paidByCurrency = new TreeMap<>();
    private final Map<String, Money> refundedByCurrency = new TreeMap<>();
    private final Map<String, Integer> ordersByCurrency = new HashMap<>();
    private final Set<String> cases = new HashSet<>();
    private final Set<String> settled = new HashSet<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> conversations = new HashSet<>();
    private final Map<String, Long> heard = new HashMap<>();
    private @Nullable Instant lastContact;

    static Figures of(Collection<Happening> events) {
        var recount = new Recount();
        events.stream().distinct().forEach(recount::count);
        return recount.figures();
    }

    private void count(Happening event) {
        var id = event.meta().subject();
        boolean counts = true;
        switch (event.meta().type()) {
            case "order.placed.v1" -> placed.put(id, event.meta().time());
            case "order.paid.v1" -> {
                var amount = money(event.data(), "paid");
                paid.put(id, amount);
                paidByCurrency.merge(amount.currency(), amount, Money::plus);
                ordersByCurrency.merge(amount.currency(), 1, Integer::sum);
            }
            case "refund.succeeded.v1" -> {
                var amount = money(event.data(), "amount");
                refundedByOrder.merge(event.data().path("orderId").asText(), amount, Money::plus);
                refundedByCurrency.merge(amount.currency(), amount, Money::plus);
            }
            case "case.opened.v1" -> cases.add(id);
            case "case.resolved.v1", "case.closed.v1" -> settled.add(id);
            case "return.authorised.v1" -> returned.add(event.data().path("orderId").asText());
            case "conversation.opened.v1" -> {
                conversations.add(id);
                if (lastContact == null || event.meta().time().isAfter(lastContact))
                    lastContact = event.meta().time();
            }
            default -> counts = false;
        }
        if (counts)
            heard.merge(id, event.meta().sequence(), Math::max);
    }

    private Figures figures() {
        var valid = paid.keySet().stream().filter(order -> !isRefundedInFull(order)).map(placed::get).sorted()
                .toList();
        var currencies = new TreeMap<>(paidByCurrency);
        refundedByCurrency.forEach(currencies::putIfAbsent);
        return new Figures(heard.values().stream().mapToLong(Long::longValue).sum(), placed.size(), valid.size(),
                paid.size(), (int) paid.keySet().stream().filter(returned::contains).count(),
                currencies.keySet().stream()
                        .map(currency -> new Spending(ordersByCurrency.getOrDefault(currency, 0),
                                paidByCurrency.getOrDefault(currency, Money.zero(currency)),
                                refundedByCurrency.getOrDefault(currency, Money.zero(currency))))
                        .toList(),
                valid.stream().min(Comparator.naturalOrder()).orElse(null),
                valid.stream().max(Comparator.naturalOrder()).orElse(null), cases.size(),
                (int) cases.stream().filter(one -> !settled.contains(one)).count(), conversations.size(), lastContact);
    }

    private boolean isRefundedInFull(String order) {
        var back = refundedByOrder.get(order);
        return back != null && back.isPositive() && back.minor() >= paid.get(order).minor();
    }

    private static Money money(JsonNode data, String field) {
        return Json.WIRE.convertValue(data.get(field), Money.class);
    }
}
