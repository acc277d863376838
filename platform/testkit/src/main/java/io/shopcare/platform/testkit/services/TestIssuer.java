package io.shopcare.platform.testkit.services;

import java.time.Clock;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import io.shopcare.platform.security.SecuritySettings;
import io.shopcare.platform.security.TokenDecoders;

/** Issues tokens as the identity provider would, and lets the service under test accept them by the usual checks. */
@TestConfiguration(proxyBeanMethods = false)
public class TestIssuer {
    private static final RSAKey KEY = key();
    /** Not the clock that tests move: whoever checks a token looks at the machine's. */
    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    @Primary
    JwtDecoder testTokens(SecuritySettings settings) throws JOSEException {
        var people = NimbusJwtDecoder.withPublicKey(KEY.toRSAPublicKey()).build();
        people.setJwtValidator(TokenDecoders.validator(settings, settings.issuer()));
        var own = TokenDecoders.of(settings);
        return token -> token.contains(".") && settings.visitor().secret() != null && isVisitor(token, settings)
                ? own.decode(token)
                : people.decode(token);
    }

    /** A token for a person, good for an hour. */
    public static String token(TestPerson person) {
        var now = CLOCK.instant();
        var claims = new JWTClaimsSet.Builder().subject(person.id()).issuer("http://localhost:9000")
                .audience("shopcare").claim("roles", person.roles()).claim("shops", person.shops())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(3600)));
        if (person.channel() != null)
            claims.claim("channel", person.channel());
        if (person.locale() != null)
            claims.claim("locale", person.locale());
        if (person.roles().contains("service"))
            claims.claim("scope", TestPerson.EVERY_SCOPE);
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY.getKeyID()).build(),
                    claims.build());
            jwt.sign(new RSASSASigner(KEY));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisitor(String token, SecuritySettings settings) {
        try {
            return settings.visitor().issuer().equals(SignedJWT.parse(token).getJWTClaimsSet().getIssuer());
        } catch (java.text.ParseException e) {
            return false;
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
