package io.shopcare.platform.security;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("G2: a program's token lets it do what its scopes name")
class MachineScopesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order.orders:read               | GET  | /api/order/orders/1/snapshot | true
            order.orders:read               | HEAD | /api/order/orders            | true
            order.orders:read               | POST | /api/order/orders            | false
            order.orders:read               | GET  | /api/order/skus              | false
            order.orders:read               | GET  | /api/order/orders-of-others  | false
            order.orders:read               | GET  | /api/crm/orders              | false
            order.orders:write              | POST | /api/order/orders/1/holds    | true
            order.orders:write              | GET  | /api/order/orders/1          | false
            order:read                      | GET  | /api/order/skus              | true
            order:write                     | PUT  | /api/order/skus/a            | true
            crm.customers:read order:read   | GET  | /api/crm/customers/by-buyer  | true
            order                           | GET  | /api/order/orders            | false
            order.orders:read               | GET  | /api/order/%6Frders          | false
            order.orders:read               | GET  | /actuator/env                | false
            ''                              | GET  | /api/order/orders            | false
            """)
    void letsByScopeMethodAndPath(String scopes, String method, String path, boolean lets) {
        assertThat(MachineScopes.let(token(scopes), method, path)).isEqualTo(lets);
    }

    @Test
    void readsScopesAsAListToo() {
        assertThat(MachineScopes.let(token(List.of("order:read")), "GET", "/api/order/orders")).isTrue();
        assertThat(MachineScopes.let(token(7), "GET", "/api/order/orders")).isFalse();
    }

    private static Jwt token(Object scope) {
        return Jwt.withTokenValue("t").header("alg", "RS256").subject("robot").claim("scope", scope).build();
    }
}
