package io.shopcare.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.shopcare.platform.security.PersonTokens;
import io.shopcare.platform.security.SecuritySettings;
import io.shopcare.platform.security.TokenDecoders;

/** Who may come in at all. What they may do is decided by each service again. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties({SecuritySettings.class, LimitSettings.class})
class DoorSecurity {
    private static final String[] ALWAYS_OPEN = {"/actuator/health/**", "/actuator/prometheus", "/docs/**",
            "/swagger-ui/**", "/webjars/**", "/v3/api-docs/**", AwayController.PATH + "**", "/"};

    /** The services' own checks; fetching keys may block, so not on an event loop. Most tokens were seen a moment ago. */
    @Bean
    ReactiveJwtDecoder tokensAtTheDoor(SecuritySettings settings) {
        var decoder = TokenDecoders.of(settings);
        return token -> decoder.remembered(token).map(Mono::just).orElseGet(
                () -> Mono.fromCallable(() -> decoder.decode(token)).subscribeOn(Schedulers.boundedElastic())
                        .onErrorMap(JwtException.class, e -> e instanceof BadJwtException
                                ? e
                                : new BadJwtException("no keys to check the token with", e)));
    }

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http, GatewaySettings settings, PersonTokens tokens,
            SecuritySettings security, GatewayProblems problems) {
        // one policy for all: answers are data, and the page of documents has its scripts from here
        var policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "connect-src 'self' " + security.issuer() + "; form-action 'none'; base-uri 'none'; "
                + "frame-ancestors 'none'";
        return http
                .authorizeExchange(requests -> requests.pathMatchers(ALWAYS_OPEN).permitAll()
                        .pathMatchers(settings.open().toArray(String[]::new)).permitAll()
                        .pathMatchers("/api/presale/**").authenticated()
                        .anyExchange().access((authentication, _) -> authentication
                                .map(who -> new AuthorizationDecision(who.isAuthenticated() && who.getAuthorities()
                                        .stream().noneMatch(role -> role.getAuthority().equals("ROLE_visitor"))))))
                .oauth2ResourceServer(server -> server
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> Mono.just(tokens.convert(token))))
                        .authenticationEntryPoint((exchange, _) -> unauthenticated(problems, exchange)))
                .exceptionHandling(on -> on
                        .authenticationEntryPoint((exchange, _) -> unauthenticated(problems, exchange))
                        .accessDeniedHandler((exchange, _) -> problems.write(exchange, "forbidden", Map.of())))
                .headers(headers -> headers.referrerPolicy(to -> to.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(csp -> csp.policyDirectives(policy)))
                .csrf(ServerHttpSecurity.CsrfSpec::disable) // no cookies: a token is sent on purpose or not at all
                // and no sessions: looking for one made one, and took every request through two other threads
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .cors(cors -> cors.configurationSource(origins(settings)))
                .build();
    }

    /** A request is timed as a whole; that its filters are there is known. */
    @Bean
    SecurityObservationSettings filtersAreNotTimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    PersonTokens personTokens(SecuritySettings settings) {
        return new PersonTokens(settings);
    }

    private static Mono<Void> unauthenticated(GatewayProblems problems,
            org.springframework.web.server.ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
        return problems.write(exchange, "unauthenticated", Map.of());
    }

    private static CorsConfigurationSource origins(GatewaySettings settings) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.corsOrigins());
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept-Language", "Idempotency-Key",
                "If-Match", "traceparent", RequestIds.REQUEST_ID));
        cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining",
                "RateLimit-Reset", RequestIds.REQUEST_ID, RequestIds.TRACE_ID));
        cors.setMaxAge(Duration.ofHours(1));
        return _ -> cors;
    }
}
