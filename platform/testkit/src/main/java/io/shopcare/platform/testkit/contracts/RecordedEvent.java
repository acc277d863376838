package io.shopcare.platform.testkit.contracts;

import java.time.Instant;

/**
 * An event of a story, with what the record's headers say.
 *
 * @param event    what is agreed about its type
 * @param key      key of the record and {@code ce_subject}
 * @param sequence in its aggregate, from 1
 * @param time     {@code ce_time}
 * @param sample   its data
 */
public record RecordedEvent(EventContract event, String key, long sequence, Instant time, Sample sample) {
    /** {@code ce_type}. */
    public String type() {
        return event.type();
    }

    @Override
    public String toString() {
        return sample + " #" + sequence;
    }
}
