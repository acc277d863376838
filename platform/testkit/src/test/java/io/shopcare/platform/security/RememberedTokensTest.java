package io.shopcare.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import io.shopcare.platform.testkit.time.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A token that was found good is not checked again for a moment; one that ran out, or was refused, is. */
class RememberedTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");

    private final MutableClock clock = MutableClock.at(NOON);
    private final AtomicInteger checked = new AtomicInteger();
    private final RememberedTokens tokens = new RememberedTokens(this::check, times(clock));

    @Test
    void checksAGoodTokenOnce() {
        var first = tokens.decode("good");
        assertThat(tokens.decode("good")).isSameAs(first);
        assertThat(tokens.remembered("good")).containsSame(first);
        assertThat(tokens.remembered("other")).isEmpty();
        tokens.decode("other");
        assertThat(checked).hasValue(2);
    }

    @Test
    @DisplayName("a token that has run out since it was checked is refused")
    void looksAtTheTimesAgain() {
        tokens.decode("good");
        clock.advance(Duration.ofMinutes(61));
        assertThat(tokens.remembered("good")).isEmpty();
        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void checksABadTokenEachTime() {
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(checked).hasValue(3);
        assertThat(tokens.remembered("bad")).isEmpty();
    }

    private Jwt check(String token) {
        checked.incrementAndGet();
        if (token.equals("bad"))
            throw new BadJwtException("not ours");
        var jwt = Jwt.withTokenValue(token).header("alg", "RS256").subject("lin").issuedAt(NOON)
                .expiresAt(NOON.plus(Duration.ofHours(1))).build();
        var wrong = times(clock).validate(jwt);
        if (wrong.hasErrors())
            throw new JwtValidationException("run out", wrong.getErrors());
        return jwt;
    }

    private static JwtTimestampValidator times(Clock clock) {
        var times = new JwtTimestampValidator(Duration.ofSeconds(30));
        times.setClock(clock);
        return times;
    }
}
