package io.shopcare.platform.security;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer       whose tokens are accepted; its discovery document names the keys
 * @param audience     that a token must be meant for
 * @param clockSkew    allowed between the issuer's clock and ours
 * @param rolesClaim   path of the claim that holds the roles; Keycloak nests them in {@code realm_access.roles}
 * @param shopsClaim   path of the claim that holds the shops
 * @param channelClaim path of the claim that names a buyer's channel
 * @param provider     where the issuer serves what, if it is not the local one
 * @param open         paths that need no person's token, as Ant patterns
 * @param visitor      tokens for anonymous buyers
 * @param client       this program's own machine client
 */
@Validated
@ConfigurationProperties("shopcare.security")
public record SecuritySettings(@DefaultValue("http://localhost:9000") String issuer,
        @DefaultValue("shopcare") String audience, @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("roles") String rolesClaim, @DefaultValue("shops") String shopsClaim,
        @DefaultValue("channel") String channelClaim, @DefaultValue Provider provider, @DefaultValue( {
        }) List<String> open,
        @DefaultValue Visitor visitor, @DefaultValue Client client){

    /**
     * Paths under the issuer's address; the defaults are those of Spring Authorization Server.
     *
     * @param inside address at which this program reaches the issuer, where that is another one than tokens name and
     *        browsers use (a container's network); null means the same, and its discovery document names the keys
     */
    public record Provider(@Nullable String inside, @DefaultValue("/oauth2/authorize") String authorizePath,
            @DefaultValue("/oauth2/token") String tokenPath, @DefaultValue("/oauth2/jwks") String keysPath) {}

    /** Where this program asks for tokens of its own. */
    public String tokenUri() {
        return reached() + provider.tokenPath();
    }

    /** Where this program finds the keys that tokens are signed with, when the issuer's own word leads elsewhere. */
    public String keysUri() {
        return reached() + provider.keysPath();
    }

    private String reached() {
        return provider.inside() == null ? issuer : provider.inside();
    }

    /**
     * @param secret   shared key of at least 32 bytes; null means that visitor tokens are not accepted
     * @param issuer   name in their {@code iss}
     * @param lifetime of a token
     */
    public record Visitor(@Nullable String secret, @DefaultValue("shopcare-visitor") String issuer,
            @DefaultValue("30m") Duration lifetime) {}

    /**
     * @param id     client id; null where the program calls nobody
     * @param secret of the client
     */
    public record Client(@Nullable String id, @Nullable String secret) {}
}
