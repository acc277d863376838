package io.shopcare.standalone.identity;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param password the name, unless given
 * @param channel where a buyer meets the shop; only buyers have one
 * @param locale BCP 47
 */
record Person(@NotBlank String name, @Nullable String password, @NotEmpty List<String> roles,
        @NotEmpty List<String> shops, @Nullable String channel, @NotBlank String locale) {
    String passwordOrName() {
        return password == null ? name : password;
    }

    @Override
    public String toString() {
        return "Person[name=" + name + ", roles=" + roles + "]";
    }
}
