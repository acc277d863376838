package io.shopcare.standalone.identity;

import java.util.List;
import java.util.TreeSet;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What a token says about whom: the claims that all services read. */
@Component
class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    static final String AUDIENCE = "shopcare";

    private final People people;
    private final SigningKeys keys;

    Claims(People people, SigningKeys keys) {
        this.people = people;
        this.keys = keys;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().keyId(keys.activeId());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            context.getClaims().audience(List.of(AUDIENCE));
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            context.getClaims().claim("roles", List.of("service")).claim("shops", List.of("*")).claim(
                    "scope", String.join(" ", new TreeSet<>(context.getRegisteredClient().getScopes()))).claim(
                            "preferred_username", context.getPrincipal().getName());
        } else {
            people.named(context.getPrincipal().getName()).ifPresent(person -> describe(person, context));
        }
    }

    private static void describe(Person person, JwtEncodingContext context) {
        context.getClaims().claim("preferred_username", person.name()).claim("roles", List.copyOf(person.roles()))
                .claim("shops", List.copyOf(person.shops())).claim("locale", person.locale());
        if (person.channel() != null) {
            context.getClaims().claim("channel", person.channel());
        }
    }
}
