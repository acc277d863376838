package io.shopcare.platform.servlet;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

import io.shopcare.platform.security.Person;
import io.shopcare.platform.security.PersonTokens;

/** The caller of the request at hand. */
public final class CurrentPerson {
    private final PersonTokens tokens;

    /** Reads by the given claim names. */
    public CurrentPerson(PersonTokens tokens) {
        this.tokens = tokens;
    }

    /** @throws IllegalStateException outside an authenticated request */
    public Person get() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken authentication)
            return tokens.person(authentication.getToken());
        throw new IllegalStateException("no person without a token");
    }
}
