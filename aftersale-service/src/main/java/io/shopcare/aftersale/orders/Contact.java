package io.shopcare.aftersale.orders;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * How a buyer is told. Personal: never logged, published or shown.
 *
 * @param email    null when the buyer left none, or the order was only heard of
 * @param language {@code zh-CN} or {@code en}; null when not known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Contact(@Nullable String email, @Nullable String language) {
    /** Nothing is known. */
    public static final Contact NONE = new Contact(null, null);

    @Override
    public String toString() {
        return "Contact[" + (email == null ? "no e-mail" : "e-mail") + ", " + language + "]";
    }
}
