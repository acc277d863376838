package io.shopcare.platform.events;

import java.time.Instant;

import io.shopcare.platform.commands.Actor;

/**
 * What is known of an event beside its data.
 *
 * @param topic    that it came from
 * @param id       {@code ce_id}, the same for every delivery
 * @param type     {@code ce_type}, for example {@code order.placed.v1}
 * @param subject  id of the aggregate that it happened to
 * @param sequence in that aggregate, from 1, without gaps
 * @param time     when it happened
 * @param actor    who caused it
 */
public record EventMeta(String topic, String id, String type, String subject, long sequence, Instant time,
        Actor actor) {

    /** Topic and aggregate, the name under which an inbox knows the source. */
    public String sourceKey() {
        return topic + "/" + subject;
    }
}
