package io.shopcare.platform.testkit.services;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Somebody who calls in a test. */
public record TestPerson(String id, List<String> roles, List<String> shops, @Nullable String channel,
        @Nullable String locale) {

    /** A buyer of one shop, in the channel {@code web}. */
    public static TestPerson buyer(String id, String shop) {
        return new TestPerson(id, List.of("buyer"), List.of(shop), "web", "zh-CN");
    }

    /** Somebody who works in one shop. */
    public static TestPerson staff(String id, String role, String shop) {
        return new TestPerson(id, List.of(role), List.of(shop), null, "zh-CN");
    }

    /** What another program may do: everything, unless a test takes its token's scopes in hand. */
    public static final String EVERY_SCOPE = "presale:read presale:write order:read order:write aftersale:read "
            + "aftersale:write crm:read crm:write";

    /** Another program, with every scope. */
    public static TestPerson service(String name) {
        return new TestPerson(name, List.of("service"), List.of("*"), null, null);
    }
}
