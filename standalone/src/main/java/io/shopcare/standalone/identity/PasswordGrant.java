package io.shopcare.standalone.identity;

import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;

/** Name and password for a token. Left out of OAuth 2.1 with good reason; here it makes curl and tests short. */
final class PasswordGrant extends OAuth2AuthorizationGrantAuthenticationToken {
    static final AuthorizationGrantType TYPE = new AuthorizationGrantType("password");
    private static final long serialVersionUID = 1L;

    private final String username;
    private final String password;

    private PasswordGrant(Authentication client, String username, String password) {
        super(TYPE, client, Map.of());
        this.username = username;
        this.password = password;
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    /** The grant in a token request, or null if it is another one. */
    static @Nullable Authentication grantIn(HttpServletRequest request) {
        Authentication client = SecurityContextHolder.getContext().getAuthentication();
        return asksForIt(request) && client != null
                ? new PasswordGrant(client, parameter(request, "username"),
                        parameter(request, "password"))
                : null;
    }

    /** The public client that asks, or null if this is no request for this grant. */
    static @Nullable Authentication clientIn(HttpServletRequest request) {
        return asksForIt(request)
                ? new OAuth2ClientAuthenticationToken(parameter(request, "client_id"),
                        ClientAuthenticationMethod.NONE, null, Map.of("grant_type", TYPE.getValue()))
                : null;
    }

    private static boolean asksForIt(HttpServletRequest request) {
        return request.getRequestURI().endsWith("/oauth2/token") && TYPE.getValue().equals(request.getParameter(
                "grant_type"));
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
