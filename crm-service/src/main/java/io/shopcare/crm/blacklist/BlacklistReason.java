package io.shopcare.crm.blacklist;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why somebody is listed (C15). A list and no free text, so that nobody's name or number gets into an event by it. */
enum BlacklistReason {
    ABUSIVE_RETURNS, FRAUD, REFUSED_DELIVERIES, THREATS;

    static BlacklistReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** As stored and told; its words are in reasons.yaml. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
