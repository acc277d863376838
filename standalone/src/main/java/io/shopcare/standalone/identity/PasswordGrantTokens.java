package io.shopcare.standalone.identity;

import java.util.Set;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;

/** Gives who knows the password an access token. */
final class PasswordGrantTokens implements AuthenticationProvider {
    private final AuthenticationProvider passwords;
    private final OAuth2TokenGenerator<? extends OAuth2Token> tokens;

    PasswordGrantTokens(AuthenticationProvider passwords, OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
        this.passwords = passwords;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var grant = (PasswordGrant) authentication;
        if (!(grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken client)
                || client.getRegisteredClient() == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        RegisteredClient registered = client.getRegisteredClient();
        OAuth2Token token = tokens.generate(DefaultOAuth2TokenContext.builder().registeredClient(registered).principal(
                person(grant)).authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .authorizedScopes(Set.of()).tokenType(OAuth2TokenType.ACCESS_TOKEN).authorizationGrantType(
                        PasswordGrant.TYPE)
                .authorizationGrant(grant).build());
        if (token == null) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.SERVER_ERROR);
        }
        return new OAuth2AccessTokenAuthenticationToken(registered, client, new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt()));
    }

    private Authentication person(PasswordGrant grant) {
        try {
            return passwords.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(grant.username(), grant
                    .password()));
        } catch (AuthenticationException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT,
                    "Wrong name or password", null), e);
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return PasswordGrant.class.isAssignableFrom(type);
    }
}
