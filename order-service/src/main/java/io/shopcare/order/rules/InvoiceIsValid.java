package io.shopcare.order.rules;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.shopcare.order.orders.Order;
import io.shopcare.order.rules.AuditRule.None;
import io.shopcare.order.trade.Figure;
import io.shopcare.order.trade.Invoice;

/**
 * The invoice that the buyer wants can be written: in a name, and in China for a company with its tax number (发票). Where the
 * platform did not say whose it is, the number is the platform's business. Neither name nor number gets into the reason.
 */
@Component
final class InvoiceIsValid implements AuditRule<None> {

    @Override
    public String name() {
        return "invoice-is-valid";
    }

    @Override
    public Class<None> settings() {
        return None.class;
    }

    @Override
    public Saw look(Order order, None settings, Surroundings around) {
        var invoice = order.sale().invoice();
        if (invoice == null)
            return Saw.fine();
        boolean chinese = around.region().equals("CN");
        var missing = missing(invoice, chinese);
        if (!missing.isEmpty())
            return Saw.concern("invoice-incomplete", new Figure("missing", String.join(", ", missing)));
        var number = invoice.taxNumber();
        return number == null || !chinese
                ? Saw.fine()
                : TaxNumber.flawOf(number).map(flaw -> Saw.concern("tax-number-wrong", new Figure("flaw", flaw)))
                        .orElseGet(Saw::fine);
    }

    private static List<String> missing(Invoice invoice, boolean chinese) {
        var missing = new ArrayList<String>();
        if (invoice.title().codePoints().noneMatch(Character::isLetter))
            missing.add("title");
        if (chinese && invoice.kind() == Invoice.Kind.COMPANY && invoice.taxNumber() == null)
            missing.add("tax-number");
        return missing;
    }
}
