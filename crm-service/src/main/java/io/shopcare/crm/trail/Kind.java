package io.shopcare.crm.trail;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an entry of the trail is about. */
public enum Kind {
    CONVERSATION("conversation"), ORDER("order"), PARCEL("parcel"), INTERCEPTION("interception"), SHORTAGE("shortage"),
    REFUND("refund"), CASE("case"), CUSTOMER("customer");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** As callers name it. */
    @JsonValue
    public String code() {
        return code;
    }
}
