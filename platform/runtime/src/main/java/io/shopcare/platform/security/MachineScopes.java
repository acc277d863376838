package io.shopcare.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a program may do with its token: no more than its scopes name. {@code order.orders:read} is reading below
 * {@code /api/order/orders}, {@code order:write} is acting anywhere in order-service; one does not include the other. By path
 * and method, so that a new endpoint is closed to every program until one is given it.
 */
public final class MachineScopes {
    private static final Pattern PATH = Pattern.compile("/api/([^/]+)/([^/]+)(/.*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private MachineScopes() {}

    /** Whether a program with this token may ask this. */
    public static boolean let(Jwt token, String method, String path) {
        var matcher = PATH.matcher(path);
        if (!matcher.matches())
            return false;
        var what = READING.contains(method) ? ":read" : ":write";
        var scopes = of(token);
        return scopes.contains(matcher.group(1) + what)
                || scopes.contains(matcher.group(1) + "." + matcher.group(2) + what);
    }

    /** The standard's claim: words in one text, or a list of them, as some issuers have it. */
    private static Collection<String> of(Jwt token) {
        return switch (token.getClaims().get("scope")) {
            case String words -> List.of(words.split(" "));
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            case null, default -> List.of();
        };
    }
}
