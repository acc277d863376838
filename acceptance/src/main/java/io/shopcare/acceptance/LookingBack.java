package io.shopcare.acceptance;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.testkit.services.Api;

import static io.shopcare.acceptance.Journal.check;
import static io.shopcare.acceptance.Journal.same;
import static io.shopcare.acceptance.Journal.until;
import static io.shopcare.acceptance.Told.told;

/** The customer's profile shows it all, and the customer was told. */
final class LookingBack extends Chapter {

    LookingBack(Sale sale) {
        super(sale);
    }

    @Override
    void play() {
        journal.chapter("The customer's whole trail (crm-service)");
        journal.step("ke", "sees one more order, its payment and its refund in the figures", () -> {
            var now = until("the figures are there", this::customer,
                    customer -> minor(customer, "refunded") - minor(sale.before, "refunded") == 26300
                            && minor(customer, "paid") > minor(sale.before, "paid")); // they come by two topics
            same("orders paid", sale.before.at("/figures/ordersPaid").asInt() + 1,
                    now.at("/figures/ordersPaid").asInt());
            same("paid", minor(sale.before, "paid") + 116200, minor(now, "paid"));
            same("net", minor(sale.before, "net") + 89900, minor(now, "net"));
            check("a score that can be explained: " + now.at("/rfm"), now.at("/rfm/cutPoints").isTextual());
            return told("net +899.00 CNY, group " + now.at("/group").asText());
        });
        journal.step("ke", "reads the timeline: conversation, order, parcel, refund, case", () -> {
            var id = customer().at("/customerId").asText();
            until("the trail is whole", () -> people.as("ke").get("/api/crm/customers/" + id + "/timeline?limit=200")
                    .expect(200).http().body(),
                    body -> List.of(sale.conversation, sale.order, sale.parcel, sale.theCase).stream()
                            .allMatch(body::contains));
            return told("all of them");
        });
        journal.step("lin", "was told by mail, each thing once", () -> {
            var number = people.as("lin").get("/api/order/orders/" + sale.order).expect(200).at("/orderNo");
            var subjects = until("mails about the order", () -> subjectsNaming(number),
                    told -> told.size() >= 6 && told.stream().anyMatch(one -> one.contains("退款 263")));
            same("mails about the refund", 1L, subjects.stream().filter(told -> told.contains("退款 263")).count()
                    + subjects.stream().filter(told -> told.endsWith("已退款")).count());
            same("mails without repeats", List.copyOf(new LinkedHashSet<>(subjects)), subjects);
            return told(subjects.size() + " mails");
        });
    }

    private List<String> subjectsNaming(String number) {
        var mails = new Api(at.mail()).get("/api/mails?to=" + Sale.PERSONAL.get(3)).expect(200).json().at("/items");
        return StreamSupport.stream(mails.spliterator(), false).filter(mail -> mail.toString().contains(number))
                .map(mail -> mail.at("/subject").asText()).toList();
    }

    private static long minor(JsonNode customer, String figure) {
        for (var spending : customer.at("/figures/spending"))
            if (spending.at("/currency").asText().equals("CNY"))
                return new BigDecimal(spending.at("/" + figure + "/amount").asText()).movePointRight(2)
                        .longValueExact();
        return 0;
    }
}
