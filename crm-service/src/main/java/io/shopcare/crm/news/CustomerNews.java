package io.shopcare.crm.news;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.crm.buyers.Buyer;
import io.shopcare.crm.customers.AssessCustomer;
import io.shopcare.crm.customers.FirstHeard;
import io.shopcare.crm.customers.RegisterCustomer;
import io.shopcare.crm.facts.FactBook;
import io.shopcare.crm.trail.KeepTrail;
import io.shopcare.crm.trail.Kind;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.json.Json;

/**
 * Takes in one event: whose is it, what happened, what is known by now, what follows. Every step bears repeats, so an
 * event that is delivered again after a crash between two of them finishes what is left.
 */
final class CustomerNews {
    private final RegisterCustomer register;
    private final KeepTrail trail;
    private final FactBook facts;
    private final AssessCustomer assess;

    CustomerNews(RegisterCustomer register, KeepTrail trail, FactBook facts, AssessCustomer assess) {
        this.register = register;
        this.trail = trail;
        this.facts = facts;
        this.assess = assess;
    }

    /** An event about a buyer, of whatever service. */
    void hear(Kind kind, EventMeta event, JsonNode data) {
        var buyer = Json.WIRE.convertValue(data.required("buyer"), Buyer.class);
        var customer = register.handle(buyer, FirstHeard.of(event));
        trail.handle(customer, kind, event, data);
        if (facts.hear(event, data))
            assess.handle(customer, "rfm");
    }

    /** An event of our own about a customer. */
    void hearOwn(EventMeta event, JsonNode data) {
        trail.handle(event.subject(), Kind.CUSTOMER, event, data);
    }
}
