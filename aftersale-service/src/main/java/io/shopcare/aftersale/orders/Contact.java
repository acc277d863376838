package io.shopcare.aftersale.orders;

import org.jspecify.annotations.Nullable;

/**
 * How a buyer is told. Personal: asked for when it is needed, never stored, logged or shown here.
 *
 * @param email    null when the buyer left none
 * @param language {@code zh-CN} or {@code en}; null when order-service does not say
 */
public record Contact(@Nullable String email, @Nullable String language) {

    @Override
    public String toString() {
        return "Contact[" + (email == null ? "no e-mail" : "e-mail") + ", " + language + "]";
    }
}
