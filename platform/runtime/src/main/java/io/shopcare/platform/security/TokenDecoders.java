package io.shopcare.platform.security;

import java.text.ParseException;
import java.util.List;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Decides what counts as a token: signature, issuer, audience, times; the algorithm is ours to say, not the token's. */
public final class TokenDecoders {
    private TokenDecoders() {}

    /** For people and programs, and for visitors where their secret is set. */
    public static RememberedTokens of(SecuritySettings settings) {
        return new RememberedTokens(checking(settings), new JwtTimestampValidator(settings.clockSkew()));
    }

    private static JwtDecoder checking(SecuritySettings settings) {
        JwtDecoder people = new SupplierJwtDecoder(() -> people(settings));
        var secret = settings.visitor().secret();
        if (secret == null)
            return people;
        var visitors = visitors(settings, secret);
        return token -> settings.visitor().issuer().equals(issuerOf(token))
                ? visitors.decode(token)
                : people.decode(token);
    }

    /** The key of visitor tokens. */
    public static SecretKey visitorKey(String secret) {
        return new SecretKeySpec(secret.getBytes(UTF_8), MacAlgorithm.HS256.getName());
    }

    private static JwtDecoder people(SecuritySettings settings) {
        var decoder = settings.provider().inside() == null
                ? NimbusJwtDecoder.withIssuerLocation(settings.issuer()).jwsAlgorithm(SignatureAlgorithm.RS256).build()
                : NimbusJwtDecoder.withJwkSetUri(settings.keysUri()).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        decoder.setJwtValidator(validator(settings, settings.issuer()));
        return decoder;
    }

    private static JwtDecoder visitors(SecuritySettings settings, String secret) {
        var decoder = NimbusJwtDecoder.withSecretKey(visitorKey(secret)).macAlgorithm(MacAlgorithm.HS256).build();
        OAuth2TokenValidator<Jwt> onlyVisitor = new JwtClaimValidator<List<String>>(settings.rolesClaim(),
                List.of("visitor")::equals);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                validator(settings, settings.visitor().issuer()), onlyVisitor));
        return decoder;
    }

    /** Issuer, audience and times; a token of nobody, or one that never runs out, is none. */
    public static OAuth2TokenValidator<Jwt> validator(SecuritySettings settings, String issuer) {
        return new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(settings.clockSkew()),
                new JwtIssuerValidator(issuer), new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(settings.audience())),
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank()));
    }

    private static @Nullable String issuerOf(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException e) {
            throw new BadJwtException("not a token", e);
        }
    }
}
