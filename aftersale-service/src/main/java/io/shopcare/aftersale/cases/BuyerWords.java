package io.shopcare.aftersale.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.shopcare.platform.telemetry.MaskedLogs;

/** What a buyer wrote. Personal: seen by the buyer and by those who handle the case, never logged or published. */
public record BuyerWords(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BuyerWords {
        if (text.isBlank() || text.length() > 2000)
            throw new IllegalArgumentException("words are 1 to 2000 characters");
    }

    /** Without the middle of phone numbers and e-mail addresses (rules.md, Masking). */
    public String masked() {
        return MaskedLogs.mask(text);
    }

    @Override
    public String toString() {
        return "[" + text.length() + " characters]";
    }
}
