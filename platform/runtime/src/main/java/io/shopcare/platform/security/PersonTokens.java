package io.shopcare.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Reads the caller from the claims of a verified token; authorities are {@code ROLE_} and the role's name. */
public final class PersonTokens implements Converter<Jwt, JwtAuthenticationToken> {
    private final SecuritySettings settings;

    /** With the claim names of the settings. */
    public PersonTokens(SecuritySettings settings) {
        this.settings = settings;
    }

    @Override
    public JwtAuthenticationToken convert(Jwt token) {
        var person = person(token);
        var authorities = person.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
        return new JwtAuthenticationToken(token, authorities, person.id());
    }

    /** The caller that a token speaks of. */
    public Person person(Jwt token) {
        return new Person(token.getSubject(), texts(claim(token, settings.rolesClaim())),
                texts(claim(token, settings.shopsClaim())), text(claim(token, settings.channelClaim())),
                text(token.getClaim("locale")));
    }

    private static @Nullable Object claim(Jwt token, String path) {
        Object at = token.getClaims();
        for (var step : List.of(path.split("\\.")))
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        return at;
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim instanceof String text ? text : null;
    }

    private static Set<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> many
                ? many.stream().filter(String.class::isInstance).map(String.class::cast).collect(Collectors.toSet())
                : Set.of();
    }
}
