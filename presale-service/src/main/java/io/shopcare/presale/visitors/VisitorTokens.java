package io.shopcare.presale.visitors;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.springframework.stereotype.Component;

import io.shopcare.platform.ids.Ids;
import io.shopcare.platform.problems.ProblemException;
import io.shopcare.platform.security.SecuritySettings;
import io.shopcare.platform.security.TokenDecoders;

/** Issues short-lived tokens for buyers who are not known yet: each is a buyer of their own, with nothing but a chat. */
@Component
final class VisitorTokens {
    private final SecuritySettings security;
    private final VisitorSettings settings;
    private final Clock clock;

    VisitorTokens(SecuritySettings security, VisitorSettings settings, Clock clock) {
        this.security = security;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param text the token itself */
    record Issued(String text, String visitorId, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + visitorId + "]";
        }
    }

    Issued issue(String shop, String locale) {
        var secret = security.visitor().secret();
        if (secret == null)
            throw new ProblemException("service-unavailable", Map.of("service", "visitor tokens"));
        if (!settings.takes(shop))
            throw ProblemException.notFound();
        var now = clock.instant();
        var visitor = "visitor-" + Ids.next();
        var until = now.plus(security.visitor().lifetime());
        var claims = new JWTClaimsSet.Builder().issuer(security.visitor().issuer()).subject(visitor)
                .audience(security.audience()).claim("roles", List.of("visitor")).claim("shops", List.of(shop))
                .claim("channel", settings.channel()).claim("locale", locale).jwtID(Ids.next())
                .issueTime(Date.from(now)).expirationTime(Date.from(until)).build();
        return new Issued(signed(claims, secret), visitor, until);
    }

    private static String signed(JWTClaimsSet claims, String secret) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(TokenDecoders.visitorKey(secret)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the visitor secret has fewer than 32 bytes", e);
        }
    }
}
