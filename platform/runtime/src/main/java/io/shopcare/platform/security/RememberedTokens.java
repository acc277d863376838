package io.shopcare.platform.security;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a moment which tokens were found good: their signature and claims are checked once, their times whenever
 * they are shown. A key that its issuer takes back counts so much longer as it is remembered; what was refused is not
 * remembered at all.
 */
public final class RememberedTokens implements JwtDecoder {
    private static final int MOST = 2_000;
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final JwtDecoder checking;
    private final OAuth2TokenValidator<Jwt> times;
    private final Cache<String, Jwt> good = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(A_MOMENT).build();

    RememberedTokens(JwtDecoder checking, OAuth2TokenValidator<Jwt> times) {
        this.checking = checking;
        this.times = times;
    }

    /** The token, if it was checked a moment ago and its time has not run out since; asks nobody. */
    public Optional<Jwt> remembered(String token) {
        return Optional.ofNullable(good.getIfPresent(token)).filter(known -> !times.validate(known).hasErrors());
    }

    @Override
    public Jwt decode(String token) {
        return remembered(token).orElseGet(() -> {
            var checked = checking.decode(token);
            good.put(token, checked);
            return checked;
        });
    }
}
