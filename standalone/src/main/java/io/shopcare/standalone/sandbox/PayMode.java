package io.shopcare.standalone.sandbox;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What happens when the buyer presses "pay". */
enum PayMode {
    NORMAL,
    /** The bank says no; the buyer may try again. */
    FAIL,
    /** The money is taken twice, each with its own notification. */
    TWICE,
    /** One unit of the currency less than asked is paid. */
    WRONG_AMOUNT,
    /** The money is taken now and the notification comes late. */
    LATE,
    /** The money is taken and the merchant is never told: who does not ask does not know. */
    LOST;

    @JsonCreator
    static PayMode of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
