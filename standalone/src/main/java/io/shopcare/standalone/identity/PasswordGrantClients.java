package io.shopcare.standalone.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/** Knows the public client that may use the password grant; the library knows public clients with PKCE only. */
final class PasswordGrantClients implements AuthenticationProvider {
    private final RegisteredClientRepository clients;

    PasswordGrantClients(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var asking = (OAuth2ClientAuthenticationToken) authentication;
        if (!PasswordGrant.TYPE.getValue().equals(asking.getAdditionalParameters().get("grant_type"))) {
            return null; // another grant: others decide
        }
        RegisteredClient client = clients.findByClientId(asking.getName());
        if (client == null || !client.getAuthorizationGrantTypes().contains(PasswordGrant.TYPE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> type) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(type);
    }
}
