package io.shopcare.crm.trail;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.shopcare.platform.commands.Actor;
import io.shopcare.platform.events.EventMeta;
import io.shopcare.platform.ids.Ids;

/**
 * One thing that happened with a customer.
 *
 * @param at       when it happened
 * @param type     of the event
 * @param subject  id of the order, parcel, case and so on
 * @param internal for staff only
 * @param facts    codes, numbers and money by name
 */
record TrailEntry(String id, String customerId, Instant at, Kind kind, String type, String subject, boolean internal,
        Actor actor, Map<String, JsonNode> facts) {

    static String idOf(EventMeta event) {
        return Ids.derived("trail", event.sourceKey(), Long.toString(event.sequence()));
    }
}
