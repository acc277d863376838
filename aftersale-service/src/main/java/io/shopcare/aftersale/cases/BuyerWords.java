package io.shopcare.aftersale.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.shopcare.platform.privacy.MaskedWords;

/** What a buyer wrote. Personal: seen by the buyer and by those who handle the case, never logged or published. */
public record BuyerWords(@JsonValue String text) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public BuyerWords {
        if (text.isBlank() || text.length() > 2000)
            throw new IllegalArgumentException("words are 1 to 2000 characters");
    }

    /** As those see it who have not said what for. */
    public String masked() {
        return MaskedWords.of(text);
    }

    @Override
    public String toString() {
        return "[" + text.length() + " characters]";
    }
}
