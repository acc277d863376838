package io.shopcare.crm.customers;

import io.shopcare.platform.events.EventMeta;

/** The event that made a profile. */
public record FirstHeard(String type, String subject) {
    /** Of this event. */
    public static FirstHeard of(EventMeta event) {
        return new FirstHeard(event.type(), event.subject());
    }
}
